import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { expireInvitations, planExpiry } from '../../server/jobs/expire.ts';
import { perform } from '../../server/jobs/perform.ts';
import { createJobRunner } from '../../server/jobs/runner.ts';
import { hashPassword } from '../../server/keys/passwords.ts';
import { mailInvitation } from '../../server/mail/mailInvitation.ts';
import { tell } from '../../server/store/events.ts';
import { changedSince, findInvitation } from '../../server/store/invitations.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import { newId } from '../../src/contract/newId.ts';
import type { InvitationState } from '../../src/domain/invitation.ts';
import { anAppEach, ask, aPracticeWithLogin, password, problemOf } from '../harness/app.ts';
import { aConsent, anInvited, at, aTablet, sealed, type Invited, type TestPractice } from '../harness/builders.ts';
import { logInAs } from '../harness/doors.ts';

/** An invitation that nobody answers ends some day, and the patient can be invited again. */

const app = anAppEach();
const passwordHash = await hashPassword(password);
const DAY = 24 * 60 * 60_000;
let practice: TestPractice;
let margaret: Invited;
let desk = '';

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  margaret = await anInvited(practice);
  desk = await logInAs(app(), practice, 'front-desk', passwordHash);
});

/** Days pass, and the practice looks for what nobody answered. Sessions end meanwhile. */
async function pass(days: number): Promise<void> {
  app().clock.pass(days * DAY);
  await expireInvitations(app().deps, practice.id);
  desk = await logInAs(app(), practice, 'front-desk', passwordHash);
}

const stateOf = async (id = margaret.id) => (await findInvitation(practice.scope, id))?.state;
const detail = async (id = margaret.id) =>
  (await (await ask(app(), 'GET', `/api/staff/invitations/${id}`, { cookie: desk })).json()) as InvitationDetail;
const set = (values: { expire_days: number }) =>
  app().store.db.updateTable('practice').set(values).where('id', '=', practice.id).execute();
const stateIs = (state: InvitationState, id = margaret.id) =>
  app().store.db.updateTable('invitation').set({ state }).where('id', '=', id).execute();

describe('an invitation that nobody answers', () => {
  test('is over after the days that the practice set, and tablets hear of it', async () => {
    await pass(179);
    expect(await stateOf()).toBe('waiting');
    const place = (await findInvitation(practice.scope, margaret.id))?.change_seq ?? 0;
    await pass(2);
    expect(await stateOf()).toBe('expired');
    expect((await detail()).story.at(-1)).toMatchObject({ kind: 'expired', detail: '180' });
    expect(await changedSince(practice.scope, place, 10)).toMatchObject([{ id: margaret.id, state: 'expired' }]);
  });

  test('is over sooner where the practice set fewer days, and never where it set none', async () => {
    await set({ expire_days: 30 });
    await pass(31);
    expect(await stateOf()).toBe('expired');
    const robert = await anInvited(practice);
    await set({ expire_days: 0 });
    await pass(5_000);
    expect(await stateOf(robert.id)).toBe('waiting');
  });

  test.each(['edited', 'mail-resent', 'paper-printed'])('has its days anew once it was %s', async (kind) => {
    await pass(170);
    await tell(practice.scope, { invitation: margaret.id, kind, at: app().clock.now().toISOString() });
    await pass(170);
    expect(await stateOf()).toBe('waiting');
    await pass(11);
    expect(await stateOf()).toBe('expired');
  });

  test.each(['presented', 'signed', 'declined', 'enrolled', 'cancelled'] as const)(
    'is left alone while it is %s',
    async (state) => {
      await stateIs(state);
      await pass(400);
      expect(await stateOf()).toBe(state);
    },
  );

  test('takes its mail with it', async () => {
    const ana = await anInvited(practice, { email: 'ana@example.org' }, { method: 'app' });
    await mailInvitation(practice.scope, ana.id, 'ana@example.org', at);
    await pass(181);
    expect((await detail(ana.id)).mails).toMatchObject([{ state: 'void' }]);
  });

  test('and is answered after all is kept, and staff decide whether it counts (invariant 8)', async () => {
    const tablet = await aTablet(practice);
    const envelope = await sealed(tablet, aConsent(tablet, margaret));
    await pass(181);
    expect(await ingest(app().deps, tablet.device, envelope)).toMatchObject({ status: 'stored', enrolled: false });
    expect((await detail()).conflictList).toMatchObject([
      { kind: 'after-cancel', choices: ['counts', 'does-not-count'] },
    ]);
  });

  test('is looked for once a day, by the runner alone', async () => {
    const { store, clock, deps } = app();
    const runner = createJobRunner({
      store,
      now: clock.now,
      log: deps.log,
      perform: (job) => perform(deps, job),
      plan: () => planExpiry(deps),
    });
    const lookNow = async () => {
      runner.wake();
      await expect.poll(async () => (await jobs()).every(({ done_at }) => done_at !== null)).toBe(true);
    };
    const jobs = () => store.db.selectFrom('job').selectAll().where('kind', '=', 'expire').execute();
    await planExpiry(deps);
    await lookNow();
    expect(await jobs()).toHaveLength(1);
    clock.pass(181 * DAY);
    await planExpiry(deps);
    await lookNow();
    await planExpiry(deps);
    expect(await jobs()).toHaveLength(2);
    expect(await stateOf()).toBe('expired');
    await runner.stop();
  });
});

describe('inviting again', () => {
  const again = (id = newId(), invitation = margaret.id) =>
    ask(app(), 'POST', `/api/staff/invitations/${invitation}/again`, { cookie: desk, body: { id } });

  test.each(['expired', 'cancelled', 'declined'] as const)(
    'makes a new invitation beside one that is %s, which stays what it is',
    async (state) => {
      await stateIs(state);
      const id = newId();
      expect((await again(id)).status).toBe(201);
      expect(await detail(id)).toMatchObject({
        state: 'waiting',
        name: { first: 'Margaret', last: 'Whitfield' },
        addedBy: 'front-desk',
        household: [],
        samePatient: [{ invitation: margaret.id, state }],
      });
      const old = await detail();
      expect(old).toMatchObject({ state, samePatient: [{ invitation: id, state: 'waiting' }] });
      expect(old.story.map(({ kind }) => kind)).toContain('invited-again');
    },
  );

  test('is done once, however often it is sent', async () => {
    await stateIs('expired');
    const id = newId();
    for (const _ of [1, 2]) expect((await again(id)).status).toBe(201);
    expect((await detail()).samePatient).toHaveLength(1);
    expect(await problemOf(await again())).toMatchObject({ code: 'invited-already' });
  });

  test('leads to the one account', async () => {
    const tablet = await aTablet(practice);
    await stateIs('expired');
    const id = newId();
    await again(id);
    const consent = aConsent(tablet, { ...margaret, id });
    expect(await ingest(app().deps, tablet.device, await sealed(tablet, consent))).toMatchObject({ enrolled: true });
    expect(await app().store.db.selectFrom('account').selectAll().execute()).toHaveLength(1);
  });

  test('mails the link again, or goes to the tablet where the address is gone', async () => {
    const { db } = app().store;
    const ana = await anInvited(practice, { email: 'ana@example.org' }, { method: 'app' });
    await stateIs('expired', ana.id);
    const [first, second] = [newId(), newId()];
    await again(first, ana.id);
    expect(await detail(first)).toMatchObject({ method: 'app', mails: [{ kind: 'invitation', state: 'waiting' }] });
    await stateIs('expired', first);
    await db.updateTable('patient').set({ email: null }).where('id', '=', ana.patient).execute();
    await again(second, first);
    expect(await detail(second)).toMatchObject({ method: 'tablet', mails: [] });
  });

  test('is not for one that waits, or is enrolled', async () => {
    expect(await problemOf(await again())).toMatchObject({ code: 'invited-already' });
    await stateIs('enrolled');
    expect(await problemOf(await again())).toMatchObject({ code: 'invited-already' });
    expect(await problemOf(await again(newId(), newId()))).toMatchObject({ code: 'not-found' });
  });
});
