import type { Insertable, Selectable } from 'kysely';
import type { PersonName } from '../../src/domain/people.ts';
import type { Db } from './open.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type DeviceRowRecord = Selectable<Tables['device']>;

/** Wrong PINs after which a device stays locked until staff unlock it on the console (DESIGN, vault). */
export const MOST_PIN_FAILURES = 10;

export async function addDevice(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['device']>, 'practice_id' | 'waiting'>,
): Promise<void> {
  await db
    .insertInto('device')
    .values({ ...row, practice_id: practice, waiting: 0 })
    .execute();
}

/** A device is known by the thumbprint of its key (RFC 7638), before its practice is known. */
export function findByThumbprint(db: Db, thumbprint: string): Promise<DeviceRowRecord | undefined> {
  return db.selectFrom('device').selectAll().where('thumbprint', '=', thumbprint).executeTakeFirst();
}

/** The tablets of the practice. */
export function listDevices({ db, practice }: Scope): Promise<DeviceRowRecord[]> {
  return db
    .selectFrom('device')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('invitation_id', 'is', null)
    .orderBy('paired_at')
    .execute();
}

export function findDevice({ db, practice }: Scope, id: string): Promise<DeviceRowRecord | undefined> {
  return db
    .selectFrom('device')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deviceSeen(
  { db, practice }: Scope,
  id: string,
  at: string,
  report: { app?: string; waiting?: number; oldest?: string | null; refused?: number } = {},
): Promise<void> {
  await db
    .updateTable('device')
    .set({ seen_at: at, ...report })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Counts before the PIN is looked at, so that a cut connection does not give a free try. Answers whether a try is left. */
export async function countPinTry({ db, practice }: Scope, id: string): Promise<boolean> {
  const row = await db
    .updateTable('device')
    .set((eb) => ({
      pin_failures: eb('pin_failures', '+', 1),
      // In the same statement: of many tries at once none may pass between the count and the lock.
      locked: eb
        .case()
        .when('pin_failures', '>=', MOST_PIN_FAILURES - 1)
        .then(eb.lit(1))
        .else(eb.lit(0))
        .end(),
    }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('locked', '=', 0)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetPinTries({ db, practice }: Scope, id: string): Promise<void> {
  await db
    .updateTable('device')
    .set({ pin_failures: 0, locked: 0 })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Staff unlock a tablet on the console. The count tells the tablet, which keeps one of its own for when it is offline. */
export async function unlockDevice({ db, practice }: Scope, id: string): Promise<void> {
  await db
    .updateTable('device')
    .set((eb) => ({ pin_failures: 0, locked: 0, unlocks: eb('unlocks', '+', 1) }))
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** A tablet tells that it locked itself. Old news, from before the last unlock, changes nothing. */
export async function deviceLockedItself({ db, practice }: Scope, id: string, knownUnlocks: number): Promise<void> {
  await db
    .updateTable('device')
    .set({ locked: 1 })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('unlocks', '=', knownUnlocks)
    .execute();
}

/** Answers whether there was one to take away. */
export async function revokeDevice({ db, practice }: Scope, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('device')
    .set({ revoked_at: at })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function renameDevice({ db, practice }: Scope, id: string, name: string): Promise<boolean> {
  const result = await db
    .updateTable('device')
    .set({ name })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The patients who have the practice's tablets in hand, by tablet. */
export async function holdersOf({
  db,
  practice,
}: Scope): Promise<Map<string, { invitation: string; name: PersonName }>> {
  const rows = await db
    .selectFrom('device')
    .innerJoin('invitation', 'invitation.id', 'device.holding')
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .select(['device.id', 'invitation.id as invitation'])
    .select(['patient.first', 'patient.last', 'patient.suffix', 'patient.preferred'])
    .where('device.practice_id', '=', practice)
    .where('invitation.practice_id', '=', practice)
    .execute();
  return new Map(rows.map((row) => [row.id, { invitation: row.invitation, name: nameOf(row) }]));
}

/** Whether another tablet of the practice than this one has the invitation's patient. */
export async function heldElsewhere({ db, practice }: Scope, invitation: string, device: string): Promise<boolean> {
  const other = await db
    .selectFrom('device')
    .select('id')
    .where('practice_id', '=', practice)
    .where('holding', '=', invitation)
    .where('id', '!=', device)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}

/** Which patient has the tablet, as the tablet tells. */
export async function setHolding({ db, practice }: Scope, id: string, invitation: string | null): Promise<void> {
  await db
    .updateTable('device')
    .set({ holding: invitation })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}

/** Since when the patient who has this tablet asks for somebody; null when they don't. */
export async function setAsking({ db, practice }: Scope, id: string, since: string | null): Promise<void> {
  await db
    .updateTable('device')
    .set({ asking_since: since })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .execute();
}
