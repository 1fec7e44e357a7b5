/** Fails a test that wrote to console.error and did not say so: what nobody reads there is a bug in waiting. */
import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});

afterEach(() => {
  const unexpected = errors.mock.calls;
  errors.mockRestore();
  expect(unexpected, 'console.error was called').toEqual([]);
});

/** For a test that provokes an error: what was written, taken off the list. */
export function expectedErrors(): unknown[][] {
  const calls = errors.mock.calls.slice();
  errors.mockClear();
  return calls;
}
