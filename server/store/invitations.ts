import { sql, type Selectable } from 'kysely';
import {
  step,
  type InvitationEvent,
  type InvitationState,
  type SignFormsMethod,
  type Step,
} from '../../src/domain/invitation.ts';
import type { DeviceInvitation } from '../../src/contract/deviceApi.ts';
import type { Contact, Patient } from '../../src/contract/people.ts';
import type { InvitationRow } from '../../src/contract/invitationsApi.ts';
import { representativesOf } from './caregivers.ts';
import { nextChange } from './changes.ts';
import { nameOf } from './patients.ts';
import type { Scope } from './scope.ts';
import type { Tables } from './tables.ts';

export type InvitationRecord = Selectable<Tables['invitation']>;

/** One patient's invitation, as it comes out of a household. */
export type NewInvitation = { id: string; patient: Patient; method: SignFormsMethod; contact: Contact; note: string };
export type NewInvitationRow = {
  patient: string;
  formHash: string;
  addedBy: string;
  requestSha256: string;
  at: string;
};

export async function addInvitation(
  scope: Scope,
  invitation: NewInvitation,
  { patient, formHash, addedBy, requestSha256, at }: NewInvitationRow,
): Promise<void> {
  await scope.db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      practice_id: scope.practice,
      patient_id: patient,
      method: invitation.method,
      state: 'waiting',
      contact: JSON.stringify(invitation.contact),
      note: invitation.note,
      form_hash: formHash,
      added_by: addedBy,
      created_at: at,
      request_sha256: requestSha256,
      change_seq: await nextChange(scope),
    })
    .execute();
}

export function findInvitation({ db, practice }: Scope, id: string): Promise<InvitationRecord | undefined> {
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
}

type OnceMore = { id: string; method: SignFormsMethod; addedBy: string; requestSha256: string; at: string };

/** A new invitation for the patient of one that is over, with the form that counts today. Answers whether there is that one. */
export async function inviteOnceMore(scope: Scope, over: string, again: OnceMore): Promise<boolean> {
  const old = await findInvitation(scope, over);
  if (!old) return false;
  const { form_hash } = await scope.db
    .selectFrom('practice')
    .select('form_hash')
    .where('id', '=', scope.practice)
    .executeTakeFirstOrThrow();
  await scope.db
    .insertInto('invitation')
    .values({
      id: again.id,
      practice_id: scope.practice,
      patient_id: old.patient_id,
      method: again.method,
      state: 'waiting',
      contact: old.contact,
      note: old.note,
      form_hash,
      added_by: again.addedBy,
      created_at: again.at,
      request_sha256: again.requestSha256,
      change_seq: await nextChange(scope),
    })
    .execute();
  return true;
}

/** Moves an invitation by the state machine. A rejection changes nothing. */
export async function moveInvitation(
  scope: Scope,
  record: Pick<InvitationRecord, 'id' | 'state'>,
  event: InvitationEvent,
): Promise<Step> {
  const next = step(record.state, event);
  if (next.ok) await setState(scope, record.id, next.state);
  return next;
}

async function setState(scope: Scope, id: string, state: InvitationState): Promise<void> {
  await scope.db
    .updateTable('invitation')
    .set({ state, change_seq: await nextChange(scope) })
    .where('practice_id', '=', scope.practice)
    .where('id', '=', id)
    .execute();
}

/** Puts an invitation into the change feed again, as when its account or a conflict came. */
export async function touchInvitation(scope: Scope, id: string): Promise<void> {
  await scope.db
    .updateTable('invitation')
    .set({ change_seq: await nextChange(scope) })
    .where('practice_id', '=', scope.practice)
    .where('id', '=', id)
    .execute();
}

function rows({ db, practice }: Scope) {
  return db
    .selectFrom('invitation')
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .innerJoin('staff', 'staff.id', 'invitation.added_by')
    .innerJoin('practitioner', 'practitioner.id', 'patient.practitioner_id')
    .where('invitation.practice_id', '=', practice);
}

export type ListQuery = {
  words: readonly string[];
  states: readonly InvitationState[];
  methods: readonly SignFormsMethod[];
  limit: number;
  offset: number;
};

/** One page of the invitations that match, the newest first, and how many there are in all. */
export async function listInvitations(
  scope: Scope,
  query: ListQuery,
): Promise<{ invitations: InvitationRow[]; total: number }> {
  let matching = rows(scope);
  for (const word of query.words) matching = matching.where(contains(word));
  if (query.states.length > 0) matching = matching.where('invitation.state', 'in', query.states);
  if (query.methods.length > 0) matching = matching.where('invitation.method', 'in', query.methods);
  const found = await matching
    .select((eb) => [
      ...rowColumns,
      eb
        .selectFrom('envelope_conflict')
        .whereRef('envelope_conflict.invitation_id', '=', 'invitation.id')
        .where('envelope_conflict.practice_id', '=', scope.practice)
        .where('envelope_conflict.settled_at', 'is', null)
        .select((count) => count.fn.countAll().as('n'))
        .as('conflicts'),
      eb
        .selectFrom('refused')
        .whereRef('refused.invitation_id', '=', 'invitation.id')
        .where('refused.practice_id', '=', scope.practice)
        .where('refused.over_at', 'is', null)
        .where('refused.settled_at', 'is', null)
        .select((count) => count.fn.countAll().as('n'))
        .as('refused'),
      eb
        .selectFrom('stop')
        .whereRef('stop.invitation_id', '=', 'invitation.id')
        .where('stop.practice_id', '=', scope.practice)
        .select('stop.effective_on')
        .as('stops_on'),
    ])
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(query.limit)
    .offset(query.offset)
    .execute();
  const { total } = await matching.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const tablets = await tabletsOf(
    scope,
    found.map((row) => row.id),
  );
  return {
    invitations: found.map((row) => ({
      id: row.id,
      name: nameOf(row),
      birthDate: row.birth_date,
      recordNumber: row.record_number,
      state: row.state,
      method: row.method,
      createdAt: row.created_at,
      addedBy: row.added_by_name,
      tablet: tablets.get(row.id) ?? null,
      conflicts: Number(row.conflicts ?? 0) + Number(row.refused ?? 0),
      stopsOn: row.stops_on ?? null,
    })),
    total: Number(total),
  };
}

const rowColumns = [
  'invitation.id',
  'invitation.state',
  'invitation.method',
  'invitation.created_at',
  'patient.first',
  'patient.last',
  'patient.suffix',
  'patient.preferred',
  'patient.birth_date',
  'patient.record_number',
  'staff.name as added_by_name',
] as const;

/** Both sides are folded, so that SQLite and PostgreSQL compare alike. */
function contains(word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`patient.search like ${pattern} escape '\\'`;
}

/** The tablet that has each invitation, or on which it was answered last. */
export async function tabletsOf({ db, practice }: Scope, invitations: readonly string[]): Promise<Map<string, string>> {
  if (invitations.length === 0) return new Map();
  const answered = await db
    .selectFrom('envelope')
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'envelope.device_id').on('device.practice_id', '=', practice),
    )
    .select(['envelope.invitation_id as invitation', 'device.name'])
    .where('envelope.practice_id', '=', practice)
    .where('envelope.invitation_id', 'in', invitations)
    .orderBy('envelope.ledger_seq')
    .execute();
  const held = await holdersAmong({ db, practice }, invitations);
  return new Map([
    ...answered.map((row): [string, string] => [row.invitation, row.name]),
    ...[...held].map(([invitation, { name }]): [string, string] => [invitation, name]),
  ]);
}

/** Which tablet has each of these in hand just now. */
async function holdersAmong(
  { db, practice }: Scope,
  invitations: readonly string[],
): Promise<Map<string, { device: string; name: string }>> {
  const found = await db
    .selectFrom('device')
    .select(['holding', 'id', 'name'])
    .where('practice_id', '=', practice)
    .where('revoked_at', 'is', null)
    .where('holding', 'in', invitations)
    .execute();
  return new Map(found.map((row) => [row.holding ?? '', { device: row.id, name: row.name }]));
}

/** What changed since a place in the feed, oldest change first, as a tablet needs it. */
export async function changedSince(scope: Scope, since: number, limit: number): Promise<DeviceInvitation[]> {
  const found = await deviceRows(scope)
    .where('invitation.change_seq', '>', since)
    .orderBy('invitation.change_seq')
    .limit(limit)
    .execute();
  return asTabletsNeed(scope, found);
}

/** One invitation as a device needs it. */
export async function findAsDevice(scope: Scope, id: string): Promise<DeviceInvitation | undefined> {
  const row = await deviceRows(scope).where('invitation.id', '=', id).executeTakeFirst();
  return row && (await asTabletsNeed(scope, [row]))[0];
}

function deviceRows(scope: Scope) {
  return rows(scope).select([
    'invitation.id',
    'invitation.patient_id',
    'patient.household',
    'invitation.change_seq',
    'invitation.state',
    'invitation.method',
    'invitation.form_hash',
    'invitation.created_at',
    'patient.first',
    'patient.last',
    'patient.suffix',
    'patient.preferred',
    'patient.birth_date',
    'patient.language',
    'patient.record_number',
    'practitioner.name as practitioner_name',
    'staff.name as added_by',
  ]);
}

type DeviceRow = Awaited<ReturnType<ReturnType<typeof deviceRows>['execute']>>[number];

async function asTabletsNeed(scope: Scope, found: readonly DeviceRow[]): Promise<DeviceInvitation[]> {
  if (found.length === 0) return [];
  const households = found.map((row) => row.household);
  const recorded = await representativesOf(scope, households);
  const ids = found.map((row) => row.id);
  const holders = await holdersAmong(scope, ids);
  return found.map((row) => ({
    ...asDeviceInvitation(row),
    holder: holders.get(row.id) ?? null,
    representatives: recorded.get(row.household) ?? [],
  }));
}

function asDeviceInvitation(row: DeviceRow): DeviceInvitation {
  return {
    id: row.id,
    patient: row.patient_id,
    household: row.household,
    seq: row.change_seq,
    state: row.state,
    method: row.method,
    name: nameOf(row),
    birthDate: row.birth_date,
    language: row.language,
    recordNumber: row.record_number,
    practitionerName: row.practitioner_name,
    formHash: row.form_hash,
    createdAt: row.created_at,
    addedBy: row.added_by,
  };
}

/** The invitation with its people, for the console. */
export function findWithPeople(scope: Scope, id: string) {
  return rows(scope)
    .selectAll('invitation')
    .select([
      'patient.first',
      'patient.last',
      'patient.suffix',
      'patient.preferred',
      'patient.birth_date',
      'patient.email',
      'patient.sex',
      'patient.address',
      'patient.household',
      'patient.practitioner_id',
      'patient.phone',
      'patient.language',
      'patient.record_number',
      'patient.username',
      'practitioner.name as practitioner_name',
      'staff.name as added_by_name',
    ])
    .where('invitation.id', '=', id)
    .executeTakeFirst();
}

/** Staff changed an invitation. */
export async function changeInvitation(
  scope: Scope,
  id: string,
  change: { method: SignFormsMethod; contact: unknown; note: string },
): Promise<void> {
  await scope.db
    .updateTable('invitation')
    .set({
      method: change.method,
      contact: JSON.stringify(change.contact),
      note: change.note,
      change_seq: await nextChange(scope),
    })
    .where('practice_id', '=', scope.practice)
    .where('id', '=', id)
    .execute();
}

/** All of one household, in the order in which they were entered. */
export async function householdOf({ db, practice }: Scope, household: string) {
  const found = await db
    .selectFrom('invitation')
    .innerJoin('patient', 'patient.id', 'invitation.patient_id')
    .select(['invitation.id as invitation', 'invitation.state', 'invitation.patient_id', 'patient.relationship'])
    .select(['patient.first', 'patient.last', 'patient.suffix', 'patient.preferred'])
    .where('invitation.practice_id', '=', practice)
    .where('patient.household', '=', household)
    .orderBy('patient.created_at')
    .orderBy('patient.id')
    .execute();
  return found.map((row) => ({
    invitation: row.invitation,
    patient: row.patient_id,
    name: nameOf(row),
    relationship: row.relationship,
    state: row.state,
  }));
}

/** Answers whether they were not stopped before. */
export async function stopReminders({ db, practice }: Scope, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('invitation')
    .set({ reminders_stopped_at: at })
    .where('practice_id', '=', practice)
    .where('id', '=', id)
    .where('reminders_stopped_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
