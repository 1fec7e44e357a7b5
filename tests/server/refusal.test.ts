import { expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problems.ts';
import { problemDetails, Refusal } from '../../server/refusal.ts';

test.each(Object.entries(PROBLEMS))('the refusal %s has a sentence and the status %i', (code, status) => {
  const details = problemDetails(new Refusal(code as ProblemCode));
  expect(details).toEqual({ type: `urn:countersign:problem:${code}`, status, code, title: expect.any(String) });
  expect(details.title).toMatch(/^[A-Z].*\.$/);
});

test('a refusal tells the fields and the wait that it knows of', () => {
  const fields = [{ field: 'patient.email', problem: 'is not an e-mail address' }];
  expect(problemDetails(new Refusal('unreadable-request', { fields }))).toMatchObject({ fields });
  expect(problemDetails(new Refusal('too-many-tries', { retryAfter: 60 }))).toMatchObject({ retryAfter: 60 });
});
