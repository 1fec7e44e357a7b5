import * as v from 'valibot';
import type { InvitationDetail } from '../src/contract/invitationsApi.ts';
import { contactSchema } from '../src/contract/people.ts';
import { accountOf } from './store/accounts.ts';
import { caregiversOf } from './store/caregivers.ts';
import { documentsOf } from './store/documents.ts';
import { conflictsOf } from './store/envelopes.ts';
import { storyOf } from './store/events.ts';
import { findWithPeople, householdOf, tabletsOf } from './store/invitations.ts';
import { documentJobsPending } from './store/jobs.ts';
import { mailsOf } from './store/mails.ts';
import { nameOf } from './store/patients.ts';
import type { Scope } from './store/scope.ts';

/** All that the console shows of one invitation. */
export async function detailOf(scope: Scope, invitation: string): Promise<InvitationDetail | undefined> {
  const row = await findWithPeople(scope, invitation);
  if (!row) return undefined;
  const conflicts = await conflictsOf(scope, invitation);
  const documents = await documentsOf(scope, invitation);
  return {
    id: row.id,
    version: row.change_seq,
    name: nameOf(row),
    birthDate: row.birth_date,
    sex: row.sex,
    recordNumber: row.record_number,
    state: row.state,
    method: row.method,
    createdAt: row.created_at,
    addedBy: row.added_by_name,
    tablet: (await tabletsOf(scope, [invitation])).get(invitation) ?? null,
    conflicts: conflicts.filter((one) => one.settled === null).length,
    email: row.email,
    phone: row.phone,
    language: row.language,
    address: row.address,
    practitioner: row.practitioner_id,
    practitionerName: row.practitioner_name,
    username: row.username,
    contact: v.parse(contactSchema, JSON.parse(row.contact)),
    note: row.note,
    household: (await householdOf(scope, row.household)).filter((one) => one.invitation !== invitation),
    caregivers: await caregiversOf(scope, row.household),
    account: (await accountOf(scope, row.patient_id)) ?? null,
    story: await storyOf(scope, invitation),
    conflictList: conflicts,
    mails: (await mailsOf(scope, invitation)).map(
      ({ id, kind, recipient, state, problem, created_at, settled_at }) => ({
        id,
        kind,
        recipient,
        state,
        problem,
        at: settled_at ?? created_at,
      }),
    ),
    documents: documents.map((one) => ({ id: one.id, kind: one.kind, createdAt: one.created_at, sha256: one.sha256 })),
    documentsPending: await documentJobsPending(scope, invitation),
  };
}
