import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { hashPassword } from '../../server/keys/passwords.ts';
import { agreementOf } from '../../server/members/agreement.ts';
import { findByThumbprint, revokeDevice } from '../../server/store/devices.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import { listWork } from '../../server/store/work.ts';
import type { WithdrawalEvidence } from '../../src/contract/evidence.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { newId } from '../../src/contract/newId.ts';
import type { Decision } from '../../src/domain/conflicts.ts';
import type { InvitationState } from '../../src/domain/invitation.ts';
import { anAppEach, ask, aPracticeWithLogin, password, problemOf } from '../harness/app.ts';
import {
  aConsent,
  aDeclination,
  anInvited,
  aTablet,
  at,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { logInAs } from '../harness/doors.ts';

/** What came in and does not fit has a way on: staff decide what it means, once, and nothing of it is deleted. */

const app = anAppEach();
const passwordHash = await hashPassword(password);
let practice: TestPractice;
let tablet: TestTablet;
let margaret: Invited;
let desk = '';

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  margaret = await anInvited(practice, { email: 'margaret@example.org' });
  desk = await logInAs(app(), practice, 'front-desk', passwordHash);
});

type Evidence = Parameters<typeof sealed>[1];

async function handIn(evidence: Evidence, from = tablet) {
  const device = await findByThumbprint(practice.scope.db, from.device.thumbprint);
  if (!device) throw new Error('no such tablet');
  return ingest(app().deps, device, await sealed(from, evidence));
}

async function detail(): Promise<InvitationDetail> {
  const response = await ask(app(), 'GET', `/api/staff/invitations/${margaret.id}`, { cookie: desk });
  return (await response.json()) as InvitationDetail;
}

async function settle(decision: Decision | null, cookie = desk, conflict?: string): Promise<Response> {
  const id = conflict ?? (await detail()).conflictList.find(({ settled }) => settled === null)?.id ?? newId();
  const path = `/api/staff/invitations/${margaret.id}/conflicts/${id}/settle`;
  return ask(app(), 'POST', path, { cookie, body: { note: 'I called her.', decision } });
}

async function stateIs(state: InvitationState): Promise<void> {
  await app().store.db.updateTable('invitation').set({ state }).where('id', '=', margaret.id).execute();
}

function rowsOf(table: 'account' | 'work' | 'consent' | 'envelope' | 'stop' | 'record') {
  return app().store.db.selectFrom(table).selectAll().execute();
}

function aWithdrawal(from: TestTablet, invited: Invited, envelope: string): WithdrawalEvidence {
  const { signature: _, ...consent } = aConsent(from, invited);
  return {
    ...consent,
    id: newId(),
    kind: 'withdrawal',
    meaning: 'I take it back.',
    withdraws: { envelope, kind: 'consent', at },
  };
}

async function aConsentAfter(state: 'cancelled' | 'expired'): Promise<void> {
  await stateIs(state);
  expect(await handIn(aConsent(tablet, margaret))).toMatchObject({ status: 'stored', enrolled: false });
}

async function aConsentFromARemovedTablet(): Promise<void> {
  await revokeDevice(practice.scope, tablet.device.id, at);
  await handIn(aConsent(tablet, margaret));
}

async function aConsentAfterANo(): Promise<void> {
  const other = await aTablet(practice, 'Room 2');
  await handIn(aDeclination(other, margaret), other);
  await handIn(aConsent(tablet, margaret));
}

const heldBack: [string, () => Promise<void>][] = [
  ['after it was cancelled', () => aConsentAfter('cancelled')],
  ['after it had expired', () => aConsentAfter('expired')],
  ['from a removed tablet', aConsentFromARemovedTablet],
  ['after a “no” elsewhere', aConsentAfterANo],
];

describe.each(heldBack)('a consent %s', (_how, arrive) => {
  test('counts if staff say so: enrolled, one account, one call to make, all of it on record', async () => {
    await arrive();
    const before = await detail();
    expect(before.conflictList).toMatchObject([{ sealed: 'consent', choices: ['counts', 'does-not-count'] }]);
    expect(await agreementOf(app().deps, practice.scope, margaret.id)).toBeUndefined();

    expect((await settle('counts')).status).toBe(200);
    const after = await detail();
    expect(after).toMatchObject({ state: 'enrolled', conflicts: 0, account: { handle: 'margaret@example.org' } });
    expect(after.conflictList).toMatchObject([{ choices: [], settled: { decision: 'counts', note: 'I called her.' } }]);
    expect(after.story).toContainEqual(
      expect.objectContaining({ kind: 'decided-counts', who: 'front-desk', detail: 'I called her.' }),
    );
    expect(await rowsOf('account')).toHaveLength(1);
    expect(await rowsOf('work')).toHaveLength(1);
    expect(await agreementOf(app().deps, practice.scope, margaret.id)).toMatchObject({ language: 'en' });
    const decided = await app().store.db.selectFrom('ledger').selectAll().where('kind', '=', 'decision').execute();
    expect(decided).toMatchObject([{ subject: after.conflictList[0]?.id }]);
    expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
  });

  test('does not count if staff say so: nobody is enrolled, and it is kept', async () => {
    await arrive();
    const { state } = await detail();
    const kept = await rowsOf('envelope');
    expect((await settle('does-not-count')).status).toBe(200);
    expect(await detail()).toMatchObject({ state, conflicts: 0, account: null });
    expect(await rowsOf('envelope')).toEqual(kept);
  });

  test('is decided, not only noted', async () => {
    await arrive();
    expect(await problemOf(await settle(null))).toMatchObject({ status: 400, fields: [{ field: 'decision' }] });
    expect((await detail()).conflicts).toBe(1);
  });
});

describe('two desks', () => {
  test('who comes second is told, and changes nothing', async () => {
    await aConsentAfter('cancelled');
    const [open] = (await detail()).conflictList;
    const other = await logInAs(app(), practice, 'administrator', passwordHash);
    const answers = await Promise.all([settle('counts', desk, open?.id), settle('does-not-count', other, open?.id)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const late = answers.find(({ status }) => status === 409);
    if (!late) throw new Error('both decided');
    expect(await problemOf(late)).toMatchObject({ code: 'decided-already' });
    const { state, conflictList } = await detail();
    expect(state).toBe(conflictList[0]?.settled?.decision === 'counts' ? 'enrolled' : 'cancelled');
  });

  test('a decision made on how things stood before is not carried out', async () => {
    await aConsentAfter('cancelled');
    await handIn(aConsent(tablet, margaret));
    const [first, second] = (await detail()).conflictList;
    expect((await settle('counts', desk, first?.id)).status).toBe(200);
    expect(await problemOf(await settle('counts', desk, second?.id))).toMatchObject({ code: 'changed-meanwhile' });
    expect((await settle(null, desk, second?.id)).status).toBe(200);
    expect(await rowsOf('account')).toHaveLength(1);
  });
});

describe('a change of mind', () => {
  beforeEach(async () => {
    const consent = aConsent(tablet, margaret);
    await handIn(consent);
    await handIn(aWithdrawal(tablet, margaret, consent.id));
    expect((await detail()).conflictList).toMatchObject([{ kind: 'withdrawn', choices: ['stay', 'stop'] }]);
  });

  test('they want to stay: nothing moves', async () => {
    expect((await settle('stay')).status).toBe(200);
    expect(await detail()).toMatchObject({ state: 'enrolled', conflicts: 0, stop: null });
  });

  test('they do not want it: the service ends with the month, in writing, and the account stays', async () => {
    expect((await settle('stop')).status).toBe(200);
    const after = await detail();
    expect(after).toMatchObject({
      state: 'enrolled',
      conflicts: 0,
      account: { handle: 'margaret@example.org' },
      stop: { effectiveOn: '2026-03-31', by: 'staff' },
    });
    expect(after.mails.map(({ kind }) => kind)).toContain('stopped');
    expect(await rowsOf('stop')).toHaveLength(1);
    expect(await rowsOf('record')).toMatchObject([{ kind: 'stop' }]);
    expect(await rowsOf('consent')).toHaveLength(2);
  });
});

test('a “no” after a “yes” asks whether the patient stays', async () => {
  await handIn(aConsent(tablet, margaret));
  await handIn(aDeclination(tablet, margaret));
  expect((await detail()).conflictList).toMatchObject([{ kind: 'signed-twice', choices: ['stay', 'stop'] }]);
  expect((await settle('stop')).status).toBe(200);
  expect(await rowsOf('stop')).toHaveLength(1);
});

test('a “no” after the end counts if staff say so', async () => {
  await stateIs('expired');
  await handIn(aDeclination(tablet, margaret));
  expect((await settle('counts')).status).toBe(200);
  expect(await detail()).toMatchObject({ state: 'declined', account: null });
});

test('names that differ are looked at with a note: there is nothing to decide', async () => {
  const fills = { ...aConsent(tablet, margaret).fills, practitioner: 'Dr. Other' };
  await handIn(aConsent(tablet, margaret, { fills }));
  expect((await detail()).conflictList).toMatchObject([{ kind: 'text-mismatch', choices: [] }]);
  expect(await problemOf(await settle('counts'))).toMatchObject({ code: 'changed-meanwhile' });
  expect((await settle(null)).status).toBe(200);
  expect((await detail()).story).toContainEqual(
    expect.objectContaining({ kind: 'conflict-settled', detail: 'I called her.' }),
  );
});

test('a second answer takes nothing away of what was missed in the first', async () => {
  const missed = { question: 'cost', answer: 'a', right: false, at };
  await handIn(aConsent(tablet, margaret, { answers: [missed] }));
  await handIn(aConsent(tablet, margaret));
  expect(await listWork(practice.scope, 'open')).toMatchObject([{ invitation: margaret.id, misses: ['cost'] }]);
});
