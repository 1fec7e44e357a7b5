import * as v from 'valibot';
import type { Access, InvitationDetail } from '../src/contract/invitationsApi.ts';
import { contactSchema } from '../src/contract/people.ts';
import { hasEnded, stopTakesEffectOn } from '../src/domain/stopping.ts';
import { accessesOf } from './store/access.ts';
import { accountOf } from './store/accounts.ts';
import { newestActivation } from './store/activations.ts';
import { caregiversOf } from './store/caregivers.ts';
import { documentsOf } from './store/documents.ts';
import { conflictsOf } from './store/envelopes.ts';
import { storyOf } from './store/events.ts';
import { invitationsOfPatient } from './store/expiry.ts';
import { findWithPeople, householdOf, tabletsOf } from './store/invitations.ts';
import { documentJobsPending } from './store/jobs.ts';
import { mailsOf } from './store/mails.ts';
import { nameOf } from './store/patients.ts';
import { getPractice } from './store/practices.ts';
import { stillRefused } from './store/refused.ts';
import type { Scope } from './store/scope.ts';
import { stopOf } from './store/stops.ts';

/** All that the console shows of one invitation. */
export async function detailOf(scope: Scope, invitation: string, now: string): Promise<InvitationDetail | undefined> {
  const row = await findWithPeople(scope, invitation);
  if (!row) return undefined;
  const { zone } = await getPractice(scope);
  const stop = await stopOf(scope, invitation);
  const conflicts = await conflictsOf(scope, row);
  const refused = await stillRefused(scope, invitation);
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
    conflicts: conflicts.filter((one) => one.settled === null).length + refused.length,
    email: row.email,
    phone: row.phone,
    language: row.language,
    address: row.address,
    practitioner: row.practitioner_id,
    practitionerName: row.practitioner_name,
    username: row.username,
    contact: v.parse(contactSchema, JSON.parse(row.contact)),
    note: row.note,
    household: (await householdOf(scope, row.household))
      .filter((one) => one.patient !== row.patient_id)
      .map(({ patient: _, ...one }) => one),
    samePatient: (await invitationsOfPatient(scope, row.patient_id))
      .filter(({ id }) => id !== invitation)
      .map(({ id, state, created_at }) => ({ invitation: id, state, createdAt: created_at })),
    caregivers: await caregiversOf(scope, row.household),
    account: await accountFor(scope, row.patient_id, now),
    stop: stop
      ? {
          askedAt: stop.asked_at,
          effectiveOn: stop.effective_on,
          by: stop.asked_by,
          ended: hasEnded(stop.effective_on, zone, now),
        }
      : null,
    stopsOn: stop?.effective_on ?? null,
    wouldEndOn: row.state === 'enrolled' && !stop ? stopTakesEffectOn(now, zone) : null,
    story: await storyOf(scope, invitation),
    conflictList: conflicts,
    refused: refused.map(({ tablet, code, firstAt }) => ({ tablet, code, since: firstAt })),
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

/** The account with the ways into it. A code is good until it was used, replaced or too old. */
async function accountFor(scope: Scope, patient: string, now: string): Promise<InvitationDetail['account']> {
  const account = await accountOf(scope, patient);
  if (!account) return null;
  const accesses = await Promise.all(
    (await accessesOf(scope, patient)).map(
      async ({ id, holder, handle, activated_at: activatedAt }): Promise<Access> => {
        const code = await newestActivation(scope, id);
        return {
          holder,
          handle,
          activatedAt,
          code: code
            ? {
                way: code.way,
                madeAt: code.created_at,
                expiresAt: code.expires_at,
                good: code.used_at === null && code.revoked_at === null && code.expires_at > now,
              }
            : null,
        };
      },
    ),
  );
  return { ...account, accesses };
}
