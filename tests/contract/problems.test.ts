import { describe, expect, test } from 'vitest';
import { isProblemCode, PROBLEMS, type ProblemCode } from '../../src/contract/problems.ts';
import { deliver } from '../../src/domain/delivery.ts';
import { en } from '../../src/ui/text/en.ts';
import { es } from '../../src/ui/text/es.ts';

const problems = Object.entries(PROBLEMS) as [ProblemCode, number][];

describe.each(problems)('the problem "%s"', (code, status) => {
  test('has a code for machines and the status of a refusal or of a failure', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThanOrEqual(599);
    expect(isProblemCode(code)).toBe(true);
  });

  test.each([
    ['English', en.problems],
    ['Spanish', es.problems],
  ])('has a sentence in %s for whoever meets it', (_language, sentences) => {
    expect(sentences[code]).toMatch(/^\p{Lu}.{10,}\.$/u);
  });
});

test('no other text is a code', () => {
  for (const text of ['', 'toString', 'constructor', '__proto__', 'Not-Found', 'unknown'])
    expect(isProblemCode(text), text).toBe(false);
});

test('invariant 2: an envelope that the practice will not take is put in sight; what passes is tried again', () => {
  const ofEnvelopes = problems.filter(([code]) => code.startsWith('envelope-'));
  expect(ofEnvelopes.length).toBeGreaterThan(5);
  for (const [code, status] of ofEnvelopes)
    expect(deliver({ state: 'queued' }, { kind: 'refused', status, code }).next, code).toBe('in-sight');
  for (const code of ['server-failed', 'server-stopping', 'too-many-tries'] as const)
    expect(deliver({ state: 'queued' }, { kind: 'refused', status: PROBLEMS[code], code }).next, code).toBe(
      'try-again',
    );
});
