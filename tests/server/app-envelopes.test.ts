import { beforeEach, describe, expect, test } from 'vitest';
import { envelopesAnswer, MOST_ENVELOPES } from '../../src/contract/deviceApi.ts';
import type { Envelope } from '../../src/contract/envelope.ts';
import { envelopeHash } from '../../src/contract/envelope.ts';
import { verifyReceipt } from '../../src/contract/receipt.ts';
import { anAppEach, aPracticeWithLogin, ask, doorOf, logIn } from '../harness/app.ts';
import {
  aConsent,
  anInvited,
  aPractice,
  aTablet,
  at,
  sealed,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { errorsIn } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';

/** The door that envelopes come in by: many a request, one answer for each. */

const app = anAppEach();
let practice: TestPractice;
let tablet: TestTablet;

beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  tablet = await aTablet(practice);
});

test('each envelope of a batch is answered, in order, with a receipt of its own', async () => {
  const envelopes = [await aSigned(), await aSigned(), await aSigned()];
  const answer = await handIn(envelopes);
  expect(answer).toMatchObject({ kind: 'ok', value: { time: at } });
  const results = answer.kind === 'ok' ? answer.value.results : [];
  expect(results.map((result) => result.id)).toEqual(envelopes.map((envelope) => envelope.id));
  for (const [index, result] of results.entries()) {
    const receipt = await verifyReceipt(result.status === 'stored' ? result.receipt : '', practice.receiptKey);
    expect(receipt).toMatchObject({ seq: index + 1, sha256: await envelopeHash(envelopes[index]!) });
  }
});

test('poisoned envelopes in a batch do not hold up the rest', async () => {
  const other = await aPractice(app().store);
  const good = [await aSigned(), await aSigned(), await aSigned()];
  const poisoned = [
    null,
    { id: 'not-an-envelope' },
    await sealed(tablet, aConsent(tablet, await anInvited(practice)), { practiceKey: other.receiveKey }),
    { ...(await aSigned()), sealed: '' },
  ];
  const answer = await handIn([poisoned[0], good[0], poisoned[1], poisoned[2], good[1], poisoned[3], good[2]]);
  expect(answer).toMatchObject({
    kind: 'ok',
    value: {
      results: [
        { id: '', status: 'refused', http: 400, code: 'unreadable-request' },
        { id: good[0]?.id, status: 'stored' },
        { id: 'not-an-envelope', status: 'refused', http: 400 },
        { status: 'refused', http: 422, code: 'envelope-cannot-open' },
        { id: good[1]?.id, status: 'stored' },
        { status: 'refused', http: 422, code: 'envelope-cannot-open' },
        { id: good[2]?.id, status: 'stored' },
      ],
    },
  });
  expect((await allRows(app().store))['envelope']).toHaveLength(3);
  expect(errorsIn(app().deps)).toEqual([]);
});

test('invariant 3: an envelope whose answer was lost brings the same receipt again, alone or in another batch', async () => {
  const envelope = await aSigned();
  const first = await handIn([envelope]);
  expect(await handIn([envelope])).toEqual(first);
  const again = await handIn([await aSigned(), envelope, envelope]);
  const results = again.kind === 'ok' ? again.value.results : [];
  expect(results.slice(1)).toEqual(first.kind === 'ok' ? [...first.value.results, ...first.value.results] : []);
});

test('the documents are asked for at once, and made later', async () => {
  await handIn([await aSigned()]);
  expect(app().deps.woken()).toBe(1);
  const { job, document } = await allRows(app().store);
  expect(job).toMatchObject([{ done_at: null }]);
  expect(document).toEqual([]);
});

describe('whoever listens in the practice', () => {
  test('hears of what was stored', async () => {
    const heard = listening();
    await handIn([await aSigned()]);
    expect(heard()).toBe(1);
  });

  test('hears of a conflict, which is for staff to look at', async () => {
    const evidence = aConsent(tablet, await anInvited(practice));
    await handIn([await sealed(tablet, evidence)]);
    const heard = listening();
    expect(await handIn([await sealed(tablet, evidence)])).toMatchObject({
      value: { results: [{ http: 409, code: 'envelope-conflict' }] },
    });
    expect(heard()).toBe(1);
  });

  test('hears nothing of what changed nothing', async () => {
    const heard = listening();
    await handIn([{ id: 'not-an-envelope' }]);
    expect(heard()).toBe(0);
    expect(app().deps.woken()).toBe(0);
  });
});

test('the console shows what still waits on the tablet, less what just came in', async () => {
  const cookie = await logIn(app());
  await handIn([await aSigned(), await aSigned()], { waiting: 5 });
  expect(await tabletOnConsole(cookie)).toMatchObject({
    waiting: 3,
    oldest: '2026-03-08T10:00:00.000Z',
    app: 'tests 2',
  });
  await handIn([await aSigned()], { waiting: 1 });
  expect(await tabletOnConsole(cookie)).toMatchObject({ waiting: 0, oldest: null });
});

test('a batch of none or of more than fifty is refused whole', async () => {
  const one = await aSigned();
  for (const envelopes of [[], Array<unknown>(MOST_ENVELOPES + 1).fill(one)])
    expect(await handIn(envelopes)).toMatchObject({ kind: 'refused', status: 400, code: 'unreadable-request' });
  expect((await allRows(app().store))['envelope']).toEqual([]);
});

async function aSigned(): Promise<Envelope> {
  return sealed(tablet, aConsent(tablet, await anInvited(practice)));
}

function handIn(envelopes: unknown[], { waiting = envelopes.length } = {}) {
  return doorOf(app(), tablet).ask('POST', '/api/device/envelopes', envelopesAnswer, {
    envelopes,
    waiting,
    oldest: '2026-03-08T10:00:00.000Z',
    app: 'tests 2',
  });
}

function listening(): () => number {
  let heard = 0;
  app().deps.nudges.listen(practice.id, () => (heard += 1));
  return () => heard;
}

async function tabletOnConsole(cookie: string): Promise<unknown> {
  const answer = (await (await ask(app(), 'GET', '/api/staff/devices', { cookie })).json()) as { devices: unknown[] };
  return answer.devices[0];
}
