import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { hashPassword } from '../../server/keys/passwords.ts';
import { findDevice, revokeDevice } from '../../server/store/devices.ts';
import { findEnvelope } from '../../server/store/envelopes.ts';
import { changesAnswer } from '../../src/contract/deviceApi.ts';
import type { Envelope } from '../../src/contract/envelope.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import type { Rescued } from '../../src/contract/rescueApi.ts';
import type { DeviceRow } from '../../src/contract/staffApi.ts';
import { anAppEach, ask, aPracticeWithLogin, doorOf, password, problemOf } from '../harness/app.ts';
import {
  aConsent,
  anInvited,
  aTablet,
  at,
  newDeviceKeys,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { logInAs } from '../harness/doors.ts';

/** What a tablet can't hand in itself: brought in by hand, or refused and told to the office. */

const app = anAppEach();
const passwordHash = await hashPassword(password);
let practice: TestPractice;
let tablet: TestTablet;
let margaret: Invited;
let desk = '';

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
  margaret = await anInvited(practice);
  desk = await logInAs(app(), practice, 'front-desk', passwordHash);
});

const signed = (invited = margaret, from = tablet) => sealed(from, aConsent(from, invited));

async function get<T>(path: string): Promise<T> {
  return (await (await ask(app(), 'GET', `/api/staff${path}`, { cookie: desk })).json()) as T;
}

async function bringIn(...envelopes: unknown[]): Promise<Rescued[]> {
  const response = await ask(app(), 'POST', '/api/staff/rescue', { cookie: desk, body: { envelopes } });
  expect(response.status).toBe(200);
  return ((await response.json()) as { results: Rescued[] }).results;
}

const detail = (invited = margaret) => get<InvitationDetail>(`/invitations/${invited.id}`);
const tablets = async () => (await get<{ devices: DeviceRow[] }>('/devices')).devices;

describe('a sealed copy that is brought in', () => {
  test('enrols as if the tablet had handed it in, and says who brought it', async () => {
    const envelope = await signed();
    expect(await bringIn(envelope)).toEqual([
      {
        id: envelope.id,
        outcome: 'new',
        code: null,
        invitation: { id: margaret.id, name: { first: 'Margaret', last: 'Whitfield' } },
      },
    ]);
    const { state, story, account } = await detail();
    expect({ state, account: account !== null }).toEqual({ state: 'enrolled', account: true });
    expect(story).toContainEqual(
      expect.objectContaining({ kind: 'brought-in', who: 'front-desk', detail: 'Front desk iPad' }),
    );
    expect((await findDevice(practice.scope, tablet.device.id))?.seen_at).toBeNull();
  });

  test('brought in twice, or handed in by the tablet too, is here once', async () => {
    const [one, two] = [await signed(), await signed(await anInvited(practice))];
    await ingest(app().deps, tablet.device, one);
    expect((await bringIn(one, two)).map(({ outcome }) => outcome)).toEqual(['here-already', 'new']);
    expect((await bringIn(one, two)).map(({ outcome }) => outcome)).toEqual(['here-already', 'here-already']);
    expect(await ingest(app().deps, tablet.device, two)).toMatchObject({ status: 'stored', enrolled: true });
    for (const table of ['envelope', 'consent', 'account'] as const)
      expect(await app().store.db.selectFrom(table).selectAll().execute()).toHaveLength(2);
  });

  test('of a removed tablet is kept and put before staff', async () => {
    const envelope = await signed();
    await revokeDevice(practice.scope, tablet.device.id, at);
    expect((await bringIn(envelope))[0]).toMatchObject({ outcome: 'new' });
    expect(await detail()).toMatchObject({ state: 'waiting', conflictList: [{ kind: 'device-revoked' }] });
  });

  test('of another practice’s tablet is refused, and nothing of it is kept', async () => {
    const theirs = await aTablet(await aPracticeWithLogin(app(), 'theirs'));
    const envelope = await signed(await anInvited(theirs.practice), theirs);
    expect(await bringIn(envelope)).toMatchObject([
      { outcome: 'refused', code: 'envelope-device-unknown', invitation: null },
    ]);
    expect(await findEnvelope(practice.scope, envelope.id)).toBeUndefined();
    expect(await findEnvelope(theirs.practice.scope, envelope.id)).toBeUndefined();
  });

  test('with one bad entry holds up none of the others', async () => {
    const envelope = await signed();
    const forged = await sealed(tablet, aConsent(tablet, await anInvited(practice)), {
      deviceKey: (await newDeviceKeys()).privateKey,
    });
    const results = await bringIn('nonsense', forged, envelope);
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'unreadable-request'],
      ['refused', 'envelope-bad-signature'],
      ['new', null],
    ]);
  });

  test('with another text under a known id is refused, and both are kept', async () => {
    const evidence = aConsent(tablet, margaret);
    await ingest(app().deps, tablet.device, await sealed(tablet, evidence));
    expect(await bringIn(await sealed(tablet, evidence))).toMatchObject([
      { outcome: 'refused', code: 'envelope-conflict' },
    ]);
    expect((await detail()).conflictList).toMatchObject([{ kind: 'other-content' }]);
  });

  test('is for whoever looks after tablets', async () => {
    const cookie = await logInAs(app(), practice, 'health-assistant', passwordHash);
    const body = { envelopes: [await signed()] };
    expect(await problemOf(await ask(app(), 'POST', '/api/staff/rescue', { cookie, body }))).toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('what is refused of a tablet', () => {
  let forged: Envelope;
  beforeEach(async () => {
    const evidence = aConsent(tablet, margaret);
    forged = await sealed(tablet, { ...evidence, acknowledgements: [] } as typeof evidence);
    const result = await ingest(app().deps, tablet.device, forged);
    expect(result).toMatchObject({ status: 'refused', code: 'envelope-clauses-missing' });
  });

  test('is told on the console: on its tablet and on its invitation, with the reason', async () => {
    const reason = { code: 'envelope-clauses-missing', since: at, invitation: margaret.id };
    expect(await tablets()).toMatchObject([{ refused: { count: 1, reasons: [reason] } }]);
    const { conflicts, refused, story } = await detail();
    expect({ conflicts, refused }).toEqual({
      conflicts: 1,
      refused: [{ tablet: 'Front desk iPad', code: 'envelope-clauses-missing', since: at }],
    });
    expect(story.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { who: 'Front desk iPad', detail: 'envelope-clauses-missing' },
    ]);
    const listed = await get<{ invitations: { conflicts: number }[] }>('/invitations');
    expect(listed.invitations[0]?.conflicts).toBe(1);
  });

  test('is told once, however often the tablet tries', async () => {
    await ingest(app().deps, tablet.device, forged);
    expect((await detail()).story.filter(({ kind }) => kind === 'refused')).toHaveLength(1);
    expect((await tablets())[0]?.refused.count).toBe(1);
  });

  test('leaves the page once staff wrote down what they did, and stays counted on its tablet', async () => {
    const path = `/api/staff/invitations/${margaret.id}/refused/settle`;
    const settle = () => ask(app(), 'POST', path, { cookie: desk, body: { note: 'She comes in on Monday.' } });
    expect((await settle()).status).toBe(200);
    expect(await detail()).toMatchObject({ conflicts: 0, refused: [] });
    expect((await detail()).story).toContainEqual(expect.objectContaining({ detail: 'She comes in on Monday.' }));
    expect((await tablets())[0]?.refused.count).toBe(1);
    expect(await problemOf(await settle())).toMatchObject({ code: 'decided-already' });
    await ingest(app().deps, tablet.device, forged);
    expect((await detail()).refused).toEqual([]);
  });

  test('is told to be over when it is taken after all', async () => {
    const { db } = app().store;
    await db.updateTable('refused').set({ code: 'envelope-form-unknown' }).execute();
    const envelope = await signed();
    await db.updateTable('refused').set({ envelope_id: envelope.id }).execute();
    await ingest(app().deps, tablet.device, envelope);
    expect(await detail()).toMatchObject({ state: 'enrolled', conflicts: 0, refused: [] });
    expect((await detail()).story.map(({ kind }) => kind)).toContain('refused-over');
  });
});

test('a tablet counts what was refused of it, and the console shows the higher number', async () => {
  const look = (refused: string) =>
    doorOf(app(), tablet).ask('GET', `/api/device/changes?since=0&waiting=3${refused}`, changesAnswer);
  await look('&refused=2');
  expect((await tablets())[0]).toMatchObject({ waiting: 3, refused: { count: 2, reasons: [] } });
  await look('');
  expect((await tablets())[0]?.refused.count).toBe(2);
  await look('&refused=0');
  expect((await tablets())[0]?.refused.count).toBe(0);
});
