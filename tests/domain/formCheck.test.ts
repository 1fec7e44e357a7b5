import { describe, expect, test } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { checkForm, PLACEHOLDERS } from '../../src/domain/formCheck.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { placesOf, textAt, tidied, withRightAnswer, withTextAt } from '../../src/domain/formTexts.ts';
import { LEGAL_ELEMENTS } from '../../src/domain/legalElements.ts';

/** What an administrator may make of a form, and what is pointed out or refused. */

const form = ccm as FormVersion;
const withText = (place: string, text: string, language = 'en') => withTextAt(form, language, place, text);
const kinds = (changed: FormVersion) => checkForm(changed, form).map(({ kind, stops }) => ({ kind, stops }));

test('the form as it is has nothing wrong', () => {
  expect(checkForm(form, form)).toEqual([]);
});

describe('texts by place', () => {
  test.each(placesOf(form))('%s can be read, and written back without a change', (place) => {
    for (const language of form.languages) {
      expect(textAt(form, language, place)).not.toBe('');
      expect(withTextAt(form, language, place, textAt(form, language, place))).toEqual(form);
    }
  });

  test.each(placesOf(form))('%s is changed alone, in one language', (place) => {
    const changed = withText(place, 'Something else', 'es');
    expect(textAt(changed, 'es', place)).toBe('Something else');
    for (const other of placesOf(form)) {
      expect(textAt(changed, 'en', other)).toBe(textAt(form, 'en', other));
      if (other !== place) expect(textAt(changed, 'es', other)).toBe(textAt(form, 'es', other));
    }
  });

  test('paragraphs are parted by empty lines, and blanks that nobody sees go', () => {
    const changed = tidied(withText('clause what body', ' One\u0007 \n two. \n\n \n\nThree.\n'));
    expect(changed.clauses[1]?.text['en']?.body).toEqual(['One two.', 'Three.']);
    expect(tidied(withText('meaning', ' I \n\n agree ')).meaning['en']).toBe('I agree');
  });

  test('the right answer is the same one in every language', () => {
    const changed = withRightAnswer(form, 'cost', 'c');
    for (const language of form.languages)
      expect(changed.questions[0]?.text[language]?.answers.filter(({ right }) => right).map(({ id }) => id)).toEqual([
        'c',
      ]);
    expect(checkForm(changed, form)).toEqual([]);
  });
});

describe('what is pointed out', () => {
  test('a text that is missing', () => {
    expect(checkForm(withText('clause what title', ' '), form)).toEqual([
      { kind: 'text-missing', stops: true, place: 'clause what title', language: 'en' },
    ]);
  });

  test.each(['{doctor}', '{Patient}', '{}', '{patient', 'patient}'])('%s, which stands for nothing', (written) => {
    const changed = withText('clause sharing acknowledge', `I agree ${written}.`);
    expect(kinds(changed)).toEqual([{ kind: 'unknown-placeholder', stops: true }]);
  });

  test.each(PLACEHOLDERS)('not {%s}, which may stand anywhere', (name) => {
    expect(checkForm(withText('clause sharing acknowledge', `I agree, {${name}}.`), form)).toEqual([]);
  });

  test('a placeholder that was lost: told, and refused where the signature needs the names', () => {
    expect(checkForm(withText('clause cost body', 'deductible\n\ncoinsurance\n\nmonth\n\nAsk us'), form)).toEqual([
      { kind: 'placeholder-missing', stops: false, place: 'clause cost body', language: 'en', name: 'practicePhone' },
    ]);
    expect(checkForm(withText('meaning', 'I, {patient}, say yes to CCM from {practice}.', 'en'), form)).toEqual([
      { kind: 'placeholder-missing', stops: true, place: 'meaning', language: 'en', name: 'practitioner' },
    ]);
  });

  test('paragraphs without a counterpart in the other language', () => {
    const changed = withText('clause care-plan body', 'Un párrafo con {practicePhone}.', 'es');
    expect(kinds(changed)).toEqual([{ kind: 'paragraphs-differ', stops: true }]);
  });

  test('what is longer than the evidence can hold', () => {
    const long = `${textAt(form, 'en', 'meaning')} ${'word '.repeat(250)}`;
    expect(kinds(withText('meaning', long))).toEqual([{ kind: 'too-long', stops: true }]);
  });

  test('a question without one right answer', () => {
    expect(kinds(withRightAnswer(form, 'cost', 'nobody'))).toEqual([{ kind: 'right-answer', stops: true }]);
  });

  test('other parts than the form had', () => {
    const other = [{ kind: 'other-parts', stops: true }];
    expect(kinds({ ...form, clauses: form.clauses.slice(1) })).toEqual(other);
    expect(kinds({ ...form, clauses: form.clauses.toReversed() })).toEqual(other);
    expect(kinds({ ...form, languages: ['en'] })).toEqual(other);
    expect(kinds({ ...form, clauses: form.clauses.map((one) => ({ ...one, covers: [] })) })).toEqual(other);
    expect(kinds({ ...form, declineReasons: form.declineReasons.slice(2) })).toEqual(other);
  });
});

describe('what the law asks for', () => {
  test.each(LEGAL_ELEMENTS)('%s can’t be cut out of the form in any language', (element) => {
    for (const language of form.languages) {
      const telling = form.clauses.filter(({ covers }) => covers.includes(element)).map(({ id }) => id);
      let changed = form;
      for (const id of telling) {
        for (const part of ['title', 'summary', 'body', 'acknowledge']) {
          const paragraphs = textAt(form, language, `clause ${id} ${part}`)
            .split('\n\n')
            .map(() => 'Lorem.');
          changed = withTextAt(changed, language, `clause ${id} ${part}`, paragraphs.join('\n\n'));
        }
      }
      const lost = checkForm(changed, form).filter((one) => one.kind === 'element-lost');
      expect(lost.map((one) => ({ element: one.element, language: one.language }))).toContainEqual({
        element,
        language,
      });
    }
  });

  test('one sentence taken out is enough to lose an element', () => {
    const body = textAt(form, 'en', 'clause cost body').replaceAll(/[^.]*deductible[^.]*\./g, '');
    const lost = checkForm(withText('clause cost body', body), form).filter((one) => one.kind === 'element-lost');
    expect(lost).toMatchObject([{ element: 'cms.cost', language: 'en', clauses: ['cost'], words: [['deductible']] }]);
  });

  test('other words for the same are taken', () => {
    const summary = 'You may leave whenever you like. CCM then ends at the end of that month. You can stop by phone.';
    expect(checkForm(withText('clause stop summary', summary), form)).toEqual([]);
  });
});
