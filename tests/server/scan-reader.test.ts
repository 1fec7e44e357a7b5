import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createScanReader, type ScanReader } from '../../server/scans/scanReader.ts';

/** The process beside the server: what happens to it happens to nobody else. */

let reader: ScanReader;
afterEach(() => reader.stop());

test('a page that ends the process is told as one that can’t be read, and a new process goes on with the next', async () => {
  reader = createScanReader(fileURLToPath(new URL('../scans/fragileReader.ts', import.meta.url)));
  const reading = await reader.open(new Uint8Array([1]), 'pdf');
  if (!reading.ok) throw new Error(reading.trouble);
  const pages = [await reading.page(0), await reading.page(1), await reading.page(2)];
  await reading.close();
  expect(pages.map((page) => page !== undefined)).toEqual([true, false, true]);
  expect(pages[0]?.dark).not.toBe(pages[2]?.dark);
});

test('a second file waits until the first is closed', async () => {
  reader = createScanReader(fileURLToPath(new URL('../scans/fragileReader.ts', import.meta.url)));
  const first = await reader.open(new Uint8Array([1]), 'pdf');
  let opened = false;
  const second = reader.open(new Uint8Array([2]), 'pdf').then((reading) => {
    opened = true;
    return reading;
  });
  if (!first.ok) throw new Error(first.trouble);
  await first.page(0);
  expect(opened).toBe(false);
  await first.close();
  const reading = await second;
  expect(reading.ok && reading.pages).toBe(3);
  if (reading.ok) await reading.close();
});
