import { expect, test } from 'vitest';
import { aStock, corpus, nothing, sum, tallied } from '../scans/corpus.ts';

/** Some of the corpus of bad scans, the same in each run. All of it: `npm run corpus`. */

test('of scans and faxes of all kinds no page goes to somebody else, and clean ones all find their patient', async () => {
  const stock = await aStock(2);
  const known = new Set(stock.forms.flat().map(({ truth }) => truth?.invitation ?? ''));
  let [all, clean] = [nothing, nothing];
  for await (const file of corpus(stock, 30, 11)) {
    const tally = await tallied(file, known);
    all = sum(all, tally);
    if (file.clean) clean = sum(clean, tally);
  }
  expect(all).toMatchObject({ files: 30, wrong: 0 });
  expect(clean.ours).toBeGreaterThan(10);
  expect(clean.right).toBe(clean.ours);
  // Signed in each of them: ink is never taken for an empty box without somebody being told.
  expect(all.inked).toBeGreaterThan(0);
  expect(all.right / all.ours).toBeGreaterThan(0.85);
}, 600_000);
