/** What `npm test` counts, so that nothing broken is ever counted as a pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countPlaywright, countVitest, inWords, sum } from '../../scripts/lib/reports.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a test file that did not load counts as a failure beside the tests that ran', () => {
  const report = aReport({
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('a browser test that passed on a second try is a failure', () => {
  const report = aReport({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 } });
  expect(countPlaywright(report)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test('a missing report is an error, never zero failures', () => {
  expect(() => countVitest(path.join(folder, 'missing.json'))).toThrow('There is no report');
});

test('the last line adds the runners up and names skipped tests only where there are some', () => {
  expect(
    inWords(
      sum([
        { passed: 1, failed: 0, skipped: 0 },
        { passed: 2, failed: 1, skipped: 0 },
      ]),
    ),
  ).toBe('3 passed, 1 failed');
  expect(inWords({ passed: 3, failed: 0, skipped: 2 })).toBe('3 passed, 0 failed, 2 skipped');
});

function aReport(content: unknown): string {
  const file = path.join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
