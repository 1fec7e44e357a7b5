import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createScanFolder, type ScanFolder } from '../../server/scans/scanFolder.ts';
import { anAppEach } from '../harness/app.ts';
import { aPractice } from '../harness/builders.ts';

/** The folder that a fax server puts files into. */

const getApp = anAppEach();
const pdf = Buffer.from('%PDF-1.7\nnot whole, but a PDF by its first bytes\n');
let folder: string;
let watch: ScanFolder;

beforeEach(() => {
  const { deps, store } = getApp();
  folder = join(store.folder, 'faxes');
  mkdirSync(folder);
  watch = createScanFolder(deps, folder);
});

const put = (name: string, content: Buffer, where = folder) => writeFileSync(join(where, name), content);
const files = (where = '') => readdirSync(join(folder, where)).filter((name) => !['taken', 'refused'].includes(name));
const scans = () => getApp().store.db.selectFrom('scan').selectAll().orderBy('added_at').execute();

async function lookTwice(): Promise<void> {
  await watch.look();
  await watch.look();
}

describe('with one practice', () => {
  beforeEach(async () => void (await aPractice(getApp().store)));

  test('a file is taken once it has stopped growing, and moved after it is kept', async () => {
    put('fax-001.pdf', pdf.subarray(0, 12));
    await watch.look();
    put('fax-001.pdf', pdf);
    await watch.look();
    expect(await scans()).toEqual([]);
    expect(files()).toEqual(['fax-001.pdf']);
    await watch.look();
    expect(await scans()).toMatchObject([{ name: 'fax-001.pdf', source: 'folder', state: 'reading', added_by: null }]);
    expect([files(), files('taken')]).toEqual([[], ['fax-001.pdf']]);
    expect(getApp().deps.woken()).toBe(1);
  });

  test('a server that dies between keeping and moving finds it again and keeps it once', async () => {
    put('fax-001.pdf', pdf);
    await lookTwice();
    // As it was before the move.
    put('fax-001.pdf', pdf);
    await lookTwice();
    expect(await scans()).toHaveLength(1);
    expect(files()).toEqual([]);
    expect(files('taken')).toHaveLength(2);
  });

  test('what is no scan goes to refused, with the reason for the console', async () => {
    put('notes.txt', Buffer.from('Dear doctor,'));
    await lookTwice();
    expect(await scans()).toMatchObject([{ state: 'refused', trouble: 'scan-wrong-kind', content: null }]);
    expect([files(), files('refused')]).toEqual([[], ['notes.txt']]);
  });

  test('what is still being written by its name, or is empty and new, is left alone', async () => {
    for (const name of ['fax.pdf.part', '.hidden.pdf', 'fax.tmp']) put(name, pdf);
    put('empty.tif', Buffer.alloc(0));
    const now = getApp().clock.now();
    utimesSync(join(folder, 'empty.tif'), now, now);
    await lookTwice();
    expect(await scans()).toEqual([]);
    getApp().clock.pass(61_000);
    await watch.look();
    expect(await scans()).toMatchObject([{ name: 'empty.tif', trouble: 'scan-empty' }]);
    expect(files().toSorted()).toEqual(['.hidden.pdf', 'fax.pdf.part', 'fax.tmp']);
  });
});

test('with several practices each has a folder of its own, and what lies outside of them is nobody’s', async () => {
  const [one, two] = [await aPractice(getApp().store), await aPractice(getApp().store, { name: 'Another' })];
  await watch.look();
  put('fax.pdf', pdf);
  put('fax.pdf', pdf, join(folder, two.id));
  await lookTwice();
  expect(await scans()).toMatchObject([{ practice_id: two.id }]);
  expect(existsSync(join(folder, 'fax.pdf'))).toBe(true);
  expect(existsSync(join(folder, one.id, 'taken'))).toBe(true);
});
