import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { evidenceSchema } from '../../src/contract/evidence.ts';
import { LONGEST_FULL_NAME } from '../../src/contract/people.ts';
import type { Draft } from '../../src/consent/draft.ts';
import { withoutLastStroke, withStroke, strokesOf } from '../../src/consent/drawing.ts';
import { buildEvidence, type EvidenceFacts } from '../../src/consent/evidence.ts';
import type { PatientAnswer } from '../../src/consent/session.ts';
import type { RecordedStroke } from '../../src/consent/strokeRecorder.ts';
import { typedLine, typedWords } from '../../src/consent/typed.ts';
import { aDraft, aForm, aReadyDraft, at } from './flow.tsx';

const facts: EvidenceFacts = {
  practice: '01957c3a-0000-7000-8000-00000000000a',
  invitation: '01957c3a-0000-7000-8000-00000000000b',
  patient: '01957c3a-0000-7000-8000-00000000000c',
  form: aForm(),
  formHash: 'ab'.repeat(32),
  fills: {
    patient: 'Ana Ruiz',
    practice: 'Bayside Family Practice',
    practicePhone: '(813) 555-0100',
    practitioner: 'Dr. Lee',
    programme: 'CCM',
  },
  device: '01957c3a-0000-7000-8000-00000000000d',
  app: '1.0.0',
  counter: 7,
  agent: `Mozilla/5.0 ${'x'.repeat(1_000)}`,
  zone: 'America/New_York',
  clockOffset: -120,
  signed: at(60),
};

const space = { width: 700, height: 300 };
const consent: PatientAnswer = { kind: 'consent' };
const no: PatientAnswer = { kind: 'declination', reason: 'cost', words: 'Ask\nmy daughter.', byRepresentative: false };

const aStroke = (startedAt: number, pointer: RecordedStroke['pointer'] = 'pen'): RecordedStroke => ({
  pointer,
  startedAt,
  samples: [0, 1, 2].map((i) => ({ x: 1_000 * i, y: 2_000, t: 40 * i, p: 500, tx: 0, ty: 0 })),
});
const drawn = withStroke(null, aStroke(5_000), { space, coalesced: true, firstAt: 5_000 });

const representative: Draft['representative'] = {
  recorded: '',
  name: ' Luis Ruiz ',
  relationship: 'child',
  relationshipWords: '',
  whyNotSelf: 'cannot-write',
  whyNotSelfWords: '',
  how: 'type',
  drawn: null,
  typed: 'Luis Ruiz',
};
const witness: Draft['witness'] = { name: 'Eva Lux', address: '1 Main St', how: 'type', drawn: null, typed: 'Eva Lux' };

const ways: [way: string, draft: Draft, answer: PatientAnswer][] = [
  ['a drawn signature', aReadyDraft({ way: 'draw', drawn }), consent],
  ['a typed one', aReadyDraft({ way: 'type', typed: ' Ana Ruiz ' }), consent],
  ['a mark with its witness', aReadyDraft({ way: 'mark', mark: drawn, witness }), consent],
  ['a representative', aReadyDraft({ way: 'representative', representative }), consent],
  ['a declination', aDraft({ recognised: at(1) }), no],
  [
    'a declination by a representative',
    aDraft({ recognised: at(1), representative }),
    { ...no, byRepresentative: true },
  ],
];

describe('evidence', () => {
  test.each(ways)('of %s is what the practice takes, in every language of the form', (_way, draft, answer) => {
    for (const language of facts.form.languages) {
      const evidence = buildEvidence({ ...draft, language }, answer, facts);
      expect(v.parse(evidenceSchema, evidence)).toEqual(evidence);
      expect(evidence.language).toBe(language);
    }
  });

  test('says what was signed, in the language that was on screen (invariant 6)', () => {
    const meaning = (language: string, answer: PatientAnswer, way: Draft['way'] = 'type'): string =>
      buildEvidence(aReadyDraft({ language, way, representative }), answer, facts).meaning;
    expect(meaning('en', consent)).toBe('I, Ana Ruiz, agree.');
    expect(meaning('es', consent)).toBe('Yo, Ana Ruiz, acepto.');
    expect(meaning('es', no)).toBe('Yo, Ana Ruiz, digo que no.');
    expect(meaning('en', consent, 'representative')).toBe('For Ana Ruiz, I agree.');
    expect(meaning('en', { ...no, byRepresentative: true })).toBe('For Ana Ruiz, I say no.');
  });

  test('counts the samples, and names what drew them', () => {
    const both = withStroke(drawn, aStroke(6_000, 'touch'), { space, coalesced: true, firstAt: 5_000 });
    const { signature } = buildEvidence(aReadyDraft({ way: 'draw', drawn: both }), consent, facts) as {
      signature: unknown;
    };
    expect(signature).toMatchObject({ how: 'drawn', samples: 6, pointers: ['touch', 'pen'], ...space });
  });

  test('holds every tick, every answer and how the patient was recognised', () => {
    const draft = aReadyDraft({ tries: 2 });
    expect(buildEvidence(draft, consent, facts)).toMatchObject({
      id: draft.envelope,
      acknowledgements: draft.acknowledgements,
      answers: draft.answers,
      identity: { by: 'birth-date', at: at(1), tries: 2 },
      times: { handedOff: at(0), began: at(1), signed: at(60), zone: 'America/New_York', clockOffset: -120 },
      form: { id: 'ccm', version: 'test-1', hash: facts.formHash },
      counter: 7,
      staff: draft.handedOffBy,
    });
  });

  test('is not made for somebody who was not recognised, nor of a signature that is not there', () => {
    expect(() => buildEvidence(aReadyDraft({ recognised: null }), consent, facts)).toThrow('nobody was recognised');
    expect(() => buildEvidence(aReadyDraft({ way: 'draw', drawn: null }), consent, facts)).toThrow('nothing was drawn');
  });
});

describe('what people type', () => {
  test('is always something that the practice takes and that can be sealed, whatever was typed or pasted', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 900 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, (typed) => {
        const name = typedLine(typed, LONGEST_FULL_NAME);
        fc.pre(name.trim() !== '');
        const evidence = buildEvidence(aReadyDraft({ typed: name }), consent, facts);
        expect(v.is(evidenceSchema, evidence)).toBe(true);
        expect(JSON.stringify(evidence).isWellFormed()).toBe(true);
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['Ana\tRuiz', 'Ana Ruiz'],
    ['Ana\r\nRuiz', 'Ana Ruiz'],
    ['מרים בן־דוד', 'מרים בן־דוד'],
    ['Ana 😀', 'Ana 😀'],
  ])('%o is the line %o', (typed, line) => {
    expect(typedLine(typed, 100)).toBe(line);
  });

  test('is cut without leaving half a character, which could never be sealed', () => {
    expect(typedWords('a😀', 2).isWellFormed()).toBe(true);
    expect(typedWords('one\ntwo', 100)).toBe('one\ntwo');
  });
});

describe('a drawing', () => {
  test('keeps the time between its strokes, and lets none begin before the last has ended', () => {
    let now = drawn;
    for (const startedAt of [6_000, 5_500])
      now = withStroke(now, aStroke(startedAt), { space, coalesced: true, firstAt: 5_000 });
    expect(strokesOf(now).map((stroke) => stroke.at)).toEqual([0, 1_000, 1_008]);
  });

  test('that is gone on with after a restart follows on what was there', () => {
    const later = withStroke(drawn, aStroke(77), { space, coalesced: false, firstAt: undefined });
    expect(strokesOf(later).map((stroke) => stroke.at)).toEqual([0, 8]);
    expect(later.coalesced).toBe(false);
  });

  test('loses its last stroke and no other, and with the only one all of it', () => {
    const two = withStroke(drawn, aStroke(6_000), { space, coalesced: true, firstAt: 5_000 });
    const one = withoutLastStroke(two);
    expect(strokesOf(one)).toEqual(strokesOf(drawn));
    expect(one && withoutLastStroke(one)).toBeNull();
    expect(strokesOf(null)).toEqual([]);
  });
});
