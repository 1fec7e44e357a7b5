import { beforeAll, expect, test, vi } from 'vitest';
import { toBase64url } from '../../src/contract/bytes.ts';
import { newId } from '../../src/contract/newId.ts';
import { LARGEST_PICTURE, type ScanEvidence } from '../../src/contract/scanEvidence.ts';
import { envelopeSchema } from '../../src/contract/envelope.ts';
import * as v from 'valibot';
import { ingest } from '../../server/ingest/ingest.ts';
import { anAppEach, aPracticeWithLogin, logIn } from '../harness/app.ts';
import { anInvited, aTablet, at, hashOfForm, sealed, type TestTablet } from '../harness/builders.ts';
import { doJobs, paperOf } from '../scans/desk.ts';
import { aFormToPrint, asJpeg, asPng, printed } from '../scans/sheets.ts';

/** Pictures of paper forms that a tablet took: sealed, arriving once, and read like any scan. */

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const getApp = anAppEach();
const invitation = newId();
let jpeg: Uint8Array;
let png: Uint8Array;

beforeAll(async () => {
  const [sheet] = await printed(aFormToPrint({ invitation }));
  if (!sheet) throw new Error('nothing was printed');
  jpeg = await asJpeg(sheet, 60);
  png = await asPng(sheet);
});

function aPicture({ practice, device }: TestTablet, bytes = jpeg, wishes: Partial<ScanEvidence> = {}): ScanEvidence {
  const id = newId();
  return {
    protocol: 1,
    kind: 'scan',
    id,
    practice: practice.id,
    invitation: id,
    form: { hash: hashOfForm },
    device: device.id,
    staff: practice.staff.id,
    takenAt: at,
    counter: 1,
    app: 'tests',
    picture: toBase64url(new Uint8Array(bytes)),
    ...wishes,
  };
}

async function aDesk() {
  const app = getApp();
  const practice = await aPracticeWithLogin(app);
  await anInvited(practice, {}, { id: invitation, method: 'paper' });
  return { app, tablet: await aTablet(practice), cookie: await logIn(app) };
}

test('a picture is kept once, with a receipt and its place in the ledger, and finds its patient', async () => {
  const { app, tablet, cookie } = await aDesk();
  const envelope = await sealed(tablet, aPicture(tablet));
  const first = await ingest(app.deps, tablet.device, envelope);
  expect(first).toMatchObject({ status: 'stored', enrolled: false });
  expect(await ingest(app.deps, tablet.device, envelope)).toEqual(first);
  const { db } = app.store;
  expect(await db.selectFrom('ledger').select('kind').execute()).toEqual([{ kind: 'scan' }]);
  expect(await db.selectFrom('scan').select(['source', 'added_by']).execute()).toEqual([
    { source: 'camera', added_by: tablet.practice.staff.id },
  ]);
  await doJobs(app);
  expect((await paperOf(app, cookie, invitation)).pages).toMatchObject([{ state: 'matched', page: 1, found: 'code' }]);
});

test('another picture under the same id is a conflict, and the first one stays', async () => {
  const { app, tablet } = await aDesk();
  const evidence = aPicture(tablet);
  const first = await ingest(app.deps, tablet.device, await sealed(tablet, evidence));
  const second = await ingest(app.deps, tablet.device, await sealed(tablet, evidence));
  expect([first.status, second]).toMatchObject(['stored', { status: 'refused', code: 'envelope-conflict' }]);
  expect(await app.store.db.selectFrom('scan').select('id').execute()).toHaveLength(1);
  expect(await app.store.db.selectFrom('envelope_conflict').select('kind').execute()).toEqual([
    { kind: 'other-content' },
  ]);
});

test('what is no JPEG, names an invitation, or comes from a patient’s own device is not taken', async () => {
  const { app, tablet } = await aDesk();
  const refusals = [
    await sealed(tablet, aPicture(tablet, png.subarray(0, LARGEST_PICTURE))),
    await sealed(tablet, aPicture(tablet, jpeg, { invitation })),
  ];
  for (const envelope of refusals)
    expect(await ingest(app.deps, tablet.device, envelope)).toMatchObject({ code: 'envelope-bad-evidence' });
  const own = { ...tablet.device, invitation_id: invitation };
  const envelope = await sealed(tablet, aPicture(tablet));
  expect(await ingest(app.deps, own, envelope)).toMatchObject({ code: 'envelope-bad-evidence' });
  expect(await app.store.db.selectFrom('scan').select('id').execute()).toEqual([]);
});

test('the largest picture still fits into an envelope', async () => {
  const { tablet } = await aDesk();
  const envelope = await sealed(tablet, aPicture(tablet, new Uint8Array(LARGEST_PICTURE).fill(0xff)));
  expect(v.is(envelopeSchema, envelope)).toBe(true);
});
