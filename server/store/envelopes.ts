import type { Insertable, Selectable } from 'kysely';
import { choicesFor, type ConflictKind, type Decision } from '../../src/domain/conflicts.ts';
import type { InvitationState } from '../../src/domain/invitation.ts';
import type { Conflict as ConflictAnswer } from '../../src/contract/invitationsApi.ts';
import { newId } from '../../src/contract/newId.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type EnvelopeRecord = Selectable<Tables['envelope']>;

export function findEnvelope({ db, practice }: Scope, id: string): Promise<EnvelopeRecord | undefined> {
  return db
    .selectFrom('envelope')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addEnvelope(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['envelope']>, 'practice_id'>,
): Promise<void> {
  await db
    .insertInto('envelope')
    .values({ ...row, practice_id: practice })
    .execute();
}

export type Conflict = Omit<Insertable<Tables['envelope_conflict']>, 'practice_id' | 'id' | 'kind'> & {
  kind: ConflictKind;
};

/** Notes a conflict for staff. The same one again is no news: answers whether it was new. */
export async function noteConflict({ db, practice }: Scope, conflict: Conflict): Promise<boolean> {
  const result = await db
    .insertInto('envelope_conflict')
    .values({ ...conflict, id: newId(), practice_id: practice })
    .onConflict((oc) => oc.columns(['practice_id', 'kind', 'envelope_id', 'sha256']).doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

function conflicts({ db, practice }: Scope, invitation: string) {
  return db
    .selectFrom('envelope_conflict')
    .leftJoin('envelope', (join) =>
      join.onRef('envelope.id', '=', 'envelope_conflict.envelope_id').on('envelope.practice_id', '=', practice),
    )
    .leftJoin('consent', (join) =>
      join.onRef('consent.envelope_id', '=', 'envelope_conflict.envelope_id').on('consent.practice_id', '=', practice),
    )
    .select((eb) => [
      // A form on paper was in no envelope: what it is stands with the consent that it became.
      eb.fn.coalesce('envelope.kind', 'consent.kind').as('sealed'),
    ])
    .where('envelope_conflict.practice_id', '=', practice)
    .where('envelope_conflict.invitation_id', '=', invitation);
}

/** The conflict with what was sealed in its envelope, or stands on paper. */
export function findConflict(scope: Scope, { id, invitation }: { id: string; invitation: string }) {
  return conflicts(scope, invitation)
    .selectAll('envelope_conflict')
    .where('envelope_conflict.id', '=', id)
    .executeTakeFirst();
}

export async function conflictsOf(
  scope: Scope,
  { id, state }: { id: string; state: InvitationState },
): Promise<ConflictAnswer[]> {
  const { practice } = scope;
  const rows = await conflicts(scope, id)
    .leftJoin('device', (join) =>
      join.onRef('device.id', '=', 'envelope_conflict.device_id').on('device.practice_id', '=', practice),
    )
    .leftJoin('document', (join) =>
      join
        .onRef('document.envelope_id', '=', 'envelope_conflict.envelope_id')
        .on((eb) => eb.or([eb('document.kind', '=', eb.ref('envelope.kind')), eb('document.kind', '=', 'paper-scan')]))
        .on('document.practice_id', '=', practice),
    )
    .leftJoin('staff', 'staff.id', 'envelope_conflict.settled_by')
    .select(['envelope_conflict.id', 'envelope_conflict.kind', 'envelope_conflict.noted_at', 'device.name as tablet'])
    .select(['envelope_conflict.settled_at', 'envelope_conflict.settled_note', 'envelope_conflict.decision'])
    .select(['staff.name as settled_by', 'consent.signed_at', 'document.id as document'])
    .where((eb) => eb.or([eb('envelope_conflict.device_id', 'is', null), eb('device.id', 'is not', null)]))
    .orderBy('envelope_conflict.noted_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    sealed: row.sealed,
    signedAt: row.signed_at,
    document: row.document,
    notedAt: row.noted_at,
    tablet: row.tablet,
    choices: row.settled_at === null ? choicesFor({ kind: row.kind, sealed: row.sealed, state }) : [],
    settled:
      row.settled_at === null
        ? null
        : {
            at: row.settled_at,
            by: row.settled_by ?? '',
            note: row.settled_note ?? '',
            decision: row.decision as Decision | null,
          },
  }));
}

/** Staff have dealt with a conflict. Nothing of it is deleted. Answers whether it was open. */
export async function settleConflict(
  { db, practice }: Scope,
  conflict: { id: string; invitation: string; by: string; note: string; at: string; decision: Decision | null },
): Promise<boolean> {
  const result = await db
    .updateTable('envelope_conflict')
    .set({ settled_at: conflict.at, settled_by: conflict.by, settled_note: conflict.note, decision: conflict.decision })
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', conflict.invitation)
    .where('id', '=', conflict.id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Without a `form_hash` the answer was given on the form that the invitation has now. */
export async function addConsent(
  { db, practice }: Scope,
  row: Omit<Insertable<Tables['consent']>, 'practice_id' | 'id'>,
): Promise<void> {
  await db
    .insertInto('consent')
    .values((eb) => ({
      ...row,
      form_hash:
        row.form_hash ??
        eb
          .selectFrom('invitation')
          .select('form_hash')
          .where('practice_id', '=', practice)
          .where('id', '=', row.invitation_id),
      id: newId(),
      practice_id: practice,
    }))
    .execute();
}
