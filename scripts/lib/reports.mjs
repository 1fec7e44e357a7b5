import { existsSync, readFileSync } from 'node:fs';

/** Counts of a Vitest JSON report. A file that failed without a failed test (it did not load, a hook threw) counts as one. */
export function countVitest(file) {
  const report = read(file);
  const withoutFailedTest = ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(withoutFailedTest).length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** How many tests `vitest list --json` found. */
export function countVitestList(file) {
  return read(file).length;
}

/** Counts of a Playwright JSON report. A test that passed on a second try only is a failure: it hides one. */
export function countPlaywright(file) {
  const { expected, unexpected, flaky, skipped } = read(file).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** How many tests `playwright test --list` found. It counts them as skipped. */
export function countPlaywrightList(file) {
  const { expected, skipped } = read(file).stats;
  return expected + skipped;
}

/** The counts of several runners together. */
export function sum(counts) {
  const total = (key) => counts.reduce((all, each) => all + each[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}

/** `12 passed, 0 failed`, and what was skipped where something was. */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

function read(file) {
  if (!existsSync(file)) throw new Error(`There is no report ${file}: the runner ended before it wrote one.`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
