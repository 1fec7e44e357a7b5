import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { FilePages, Scans } from '../../src/contract/scansApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { anAppEach, ask, aPracticeWithLogin, logIn, problemOf, type TestApp } from '../harness/app.ts';
import { anInvited, aPractice, type Invited, type TestPractice } from '../harness/builders.ts';
import { doJobs, get, paperOf, send, sendAndRead } from '../scans/desk.ts';
import { aFormToPrint, asJpeg, asPdf, printed, signedForm, spoiled, type Sheet } from '../scans/sheets.ts';

/** Scans from the door to the invitation: what is matched, what waits for a person, what staff do with it. */

// Each page takes half a second of a processor, which the tests beside these want too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const getApp = anAppEach();
// Printed once for all tests: the patient's and the invitation's names in them are put in by each.
let signed: Sheet[];
const invitation = newId();

beforeAll(async () => {
  signed = await signedForm(aFormToPrint({ invitation }));
});

async function aDesk(): Promise<{ app: TestApp; cookie: string; practice: TestPractice; invited: Invited }> {
  const app = getApp();
  const practice = await aPracticeWithLogin(app);
  const invited = await anInvited(practice, {}, { id: invitation, method: 'paper' });
  return { app, practice, invited, cookie: await logIn(app) };
}

describe('a file that staff send', () => {
  test('is read page by page, and its pages are with the invitation whose code they have', async () => {
    const { app, cookie } = await aDesk();
    const scan = await sendAndRead(app, cookie, await asPdf(signed.toReversed()));
    const { file, pages } = await get<FilePages>(app, cookie, `/scans/${scan}`);
    const count = signed.length;
    expect(file).toMatchObject({ state: 'read', pages: count, read: count, counts: { matched: count, inbox: 0 } });
    expect(pages.map((page) => page.page)).toEqual(signed.map((sheet) => sheet.page).toReversed());
    const paper = await paperOf(app, cookie, invitation);
    expect(paper.pages.every((page) => page.found === 'code' && page.pages === count)).toBe(true);
    const inks = Object.fromEntries(paper.pages.map((page) => [page.page, page.ink]));
    expect(inks[count - 1]).toEqual({ patient: 'ink', witness: 'empty' });
    expect(inks[count]).toEqual({ representative: 'empty' });
    const { waiting } = await get<Scans>(app, cookie, '/scans');
    expect(waiting).toMatchObject([{ invitation, pages: count, state: 'waiting', method: 'paper' }]);
  });

  test('is said to be there already when it comes again, and is not kept twice', async () => {
    const { app, cookie } = await aDesk();
    const bytes = await asPdf(signed.slice(0, 1));
    const first = (await (await send(app, cookie, bytes)).json()) as { id: string };
    expect(await (await send(app, cookie, bytes, 'other-name.pdf')).json()).toEqual({ id: first.id, known: true });
    await doJobs(app);
    expect((await get<Scans>(app, cookie, '/scans')).files).toHaveLength(1);
  });

  test('that is read by a server which dies goes on at the page it had come to', async () => {
    const { app, cookie } = await aDesk();
    await send(app, cookie, await asPdf(signed.slice(0, 2)));
    let pages = 0;
    const { open } = app.deps.scanReader;
    app.deps.scanReader.open = async (...file) => {
      const reading = await open(...file);
      if (!reading.ok) return reading;
      return {
        ...reading,
        page: (place) => {
          pages += 1;
          if (pages === 2) throw new Error('the power went');
          return reading.page(place);
        },
      };
    };
    await doJobs(app);
    expect((await get<Scans>(app, cookie, '/scans')).files).toMatchObject([{ state: 'reading', read: 1 }]);
    app.clock.pass(300_000);
    await doJobs(app);
    expect((await get<Scans>(app, cookie, '/scans')).files).toMatchObject([{ state: 'read', read: 2 }]);
    expect(pages).toBe(3);
    expect((await paperOf(app, cookie, invitation)).pages).toHaveLength(2);
  });
});

describe('a file that is no scan is refused with a reason', () => {
  const heic = Buffer.from('AAAAJGZ0eXBoZWljAAAAAG1pZjFNaUhFTWlQcm1pYWZNaUhCaGVpYw==', 'base64');
  test.each([
    ['nothing', Buffer.alloc(0), 'scan-empty'],
    ['text that calls itself a PDF', Buffer.from('Dear practice,\n'), 'scan-wrong-kind'],
    ['a picture of a phone', heic, 'scan-heic'],
    ['more than 40 MB', Buffer.alloc(41 * 1024 * 1024, '%PDF-1.7 '), 'scan-too-large'],
  ])('%s', async (_what, bytes, code) => {
    const { app, cookie } = await aDesk();
    expect((await problemOf(await send(app, cookie, bytes))).code).toBe(code);
    expect((await get<Scans>(app, cookie, '/scans')).files).toEqual([]);
  });

  test('a damaged one is shown as refused once it was tried, and the next one is read', async () => {
    const { app, cookie } = await aDesk();
    const whole = await asPdf(signed.slice(0, 1));
    await send(app, cookie, whole.subarray(0, 3_000), 'broken.pdf');
    const png = new Uint8Array(
      await (
        await import('sharp')
      )
        .default({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    await send(app, cookie, png, 'huge.png');
    await sendAndRead(app, cookie, whole, 'whole.pdf');
    const { files } = await get<Scans>(app, cookie, '/scans');
    expect(Object.fromEntries(files.map(({ name, state, trouble }) => [name, trouble ?? state]))).toEqual({
      'broken.pdf': 'scan-unreadable',
      'huge.png': 'scan-too-many-pixels',
      'whole.pdf': 'read',
    });
  });
});

describe('a page that no code places waits for a person', () => {
  test('without a code, with that of nobody here, or of another practice; a blank one is set aside', async () => {
    const { app, cookie } = await aDesk();
    const other = await aPractice(app.store, { name: 'The Other Practice' });
    const theirs = await anInvited(other, {}, { method: 'paper' });
    const [stranger] = await printed(aFormToPrint());
    const [foreign] = await printed(aFormToPrint({ invitation: theirs.id }));
    const [first] = signed;
    if (!stranger || !foreign || !first) throw new Error('no sheets');
    const uncoded = { ...first, data: first.data.map((value, at) => (at < first.width * 420 ? 255 : value)) };
    const blank = { ...first, data: first.data.map(() => 254) };
    const scan = await sendAndRead(app, cookie, await asPdf([uncoded, stranger, foreign, blank], 'png'));
    const { pages } = await get<FilePages>(app, cookie, `/scans/${scan}`);
    expect(pages.map(({ state, why, invitation: of }) => [state, why, of])).toEqual([
      ['inbox', 'no-code', null],
      ['inbox', 'unknown-invitation', null],
      ['inbox', 'unknown-invitation', null],
      ['aside', 'blank', null],
    ]);
    expect((await get<Scans>(app, cookie, '/scans')).inbox).toHaveLength(3);
    expect((await paperOf(app, cookie, invitation)).pages).toEqual([]);
  });

  test('two sheets in one picture are nobody’s alone, and half a sheet is not trusted', async () => {
    const { app, cookie } = await aDesk();
    const [one, two] = signed;
    if (!one || !two) throw new Error('no sheets');
    const both = new Uint8Array(one.width * 2 * one.height);
    for (let row = 0; row < one.height; row++) {
      both.set(one.data.subarray(row * one.width, (row + 1) * one.width), row * one.width * 2);
      both.set(two.data.subarray(row * one.width, (row + 1) * one.width), row * one.width * 2 + one.width);
    }
    const beside = both.map((value, at) => (at % (one.width * 2) >= one.width ? (value > 128 ? 250 : 240) : value));
    await sendAndRead(app, cookie, await asJpeg({ data: both, width: one.width * 2, height: one.height }), 'both.jpg');
    await sendAndRead(app, cookie, await asJpeg({ data: beside, width: one.width * 2, height: one.height }), 'b.jpg');
    const { inbox } = await get<Scans>(app, cookie, '/scans');
    expect(inbox.map(({ why }) => why)).toEqual(['several-codes', 'not-whole']);
  });

  test('is matched by hand, set aside with a reason, and taken back', async () => {
    const { app, cookie } = await aDesk();
    const [first] = signed;
    if (!first) throw new Error('no sheet');
    const uncoded = { ...first, data: first.data.map((value, at) => (at < first.width * 420 ? 255 : value)) };
    await sendAndRead(app, cookie, await asPdf([uncoded]));
    const [page] = (await get<Scans>(app, cookie, '/scans')).inbox;
    const to = (what: string, body?: unknown) =>
      ask(app, 'POST', `/api/staff/scan-pages/${page?.id}/${what}`, { cookie, body });
    expect((await to('aside', { note: 'A page of another letter' })).status).toBe(200);
    expect((await get<Scans>(app, cookie, '/scans')).inbox).toEqual([]);
    expect((await to('back')).status).toBe(200);
    expect((await to('match', { invitation: newId(), page: 1, pages: 7 })).status).toBe(404);
    expect((await to('match', { invitation, page: 8, pages: 7 })).status).toBe(400);
    expect((await to('match', { invitation, page: 1, pages: 7 })).status).toBe(200);
    expect((await to('turn', { turn: 180 })).status).toBe(200);
    expect((await paperOf(app, cookie, invitation)).pages).toMatchObject([
      { state: 'matched', found: 'hand', page: 1, pages: 7, turn: 180, settled: { by: 'Keisha Brown' } },
    ]);
    const picture = await ask(app, 'GET', `/api/staff/scan-pages/${page?.id}/picture`, { cookie });
    expect(picture.headers.get('Content-Type')).toMatch(/^image\/(png|jpeg)$/);
  });
});

test('a form version other than the one asked for is pointed out', async () => {
  const { app, cookie } = await aDesk();
  const [older] = await printed(aFormToPrint({ invitation, formHash: 'ab'.repeat(32) }));
  if (!older) throw new Error('no sheet');
  await sendAndRead(app, cookie, await asPdf([await spoiled(older, {}, Math.random)]));
  expect((await paperOf(app, cookie, invitation)).pages).toMatchObject([{ state: 'matched', otherForm: true }]);
});

test('neither the file nor a picture of a page lies in the database in clear', async () => {
  const { app, cookie } = await aDesk();
  const bytes = await asPdf(signed.slice(0, 1));
  await sendAndRead(app, cookie, bytes);
  const [scan] = await app.store.db.selectFrom('scan').selectAll().execute();
  const [page] = await app.store.db.selectFrom('scan_page').selectAll().execute();
  for (const kept of [scan?.content, page?.picture]) {
    expect(kept?.length).toBeGreaterThan(1_000);
    expect(Buffer.from(kept ?? []).includes('%PDF')).toBe(false);
    expect(Buffer.from(kept ?? []).includes('JFIF')).toBe(false);
  }
  const original = await ask(app, 'GET', `/api/staff/scans/${scan?.id}/original`, { cookie });
  expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
});
