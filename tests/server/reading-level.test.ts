import { describe, expect, it } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import type { FormVersion, Language } from '../../src/domain/form.ts';
import {
  countText,
  easeOf,
  englishSyllables,
  gradeOf,
  readingOf,
  readingParts,
  spanishSyllables,
} from '../../src/domain/readingLevel.ts';

/** The form reads at grade 6 to 8 or easier: measured for each clause and for everything together. */

const form = ccm as FormVersion;

/** From a dictionary, to test the measure: words of the form and others that are easily counted wrong. */
const englishWords: Record<string, number> = {
  approves: 2,
  arthritis: 3,
  calendar: 3,
  care: 1,
  changes: 2,
  charge: 1,
  chronic: 2,
  coinsurance: 4,
  deductible: 4,
  device: 2,
  diabetes: 4,
  disease: 2,
  emergency: 4,
  every: 2,
  going: 2,
  information: 4,
  insurance: 3,
  likely: 2,
  management: 3,
  medicare: 3,
  messages: 3,
  offices: 3,
  people: 2,
  pharmacies: 3,
  practitioner: 4,
  privacy: 3,
  receipt: 2,
  representative: 5,
  serious: 3,
  shared: 1,
  signed: 1,
  treated: 2,
  wanted: 2,
  worried: 2,
};
const spanishWords: Record<string, number> = {
  a: 1,
  ahí: 2,
  ahora: 3,
  aquí: 2,
  ayuda: 3,
  ciudad: 2,
  correo: 3,
  crónicos: 3,
  cuidado: 3,
  cuánto: 2,
  día: 2,
  electrónico: 5,
  especializada: 6,
  expediente: 4,
  guía: 2,
  hay: 1,
  laboratorios: 5,
  leyó: 2,
  línea: 3,
  muy: 1,
  ningún: 2,
  pague: 2,
  papel: 2,
  pregúntenos: 4,
  quien: 1,
  quieres: 2,
  siguientes: 3,
  vergüenza: 3,
  y: 1,
};

const clauseIds = form.clauses.map((clause) => clause.id);
const rounded = (value: number) => Math.round(value * 10) / 10;

function longestSentence(text: string, language: Language): number {
  return Math.max(...text.split(/[.?!]+(?:\s|$)/).map((sentence) => countText([sentence], language).words));
}

/** Prints one row for each part and one for the whole. */
function show(all: Map<string, string[]>, language: Language, scores: (texts: readonly string[]) => object): void {
  const rows = [...all, ['WHOLE', [...all.values()].flat()] as const].map(([part, texts]) => {
    const { words, sentences } = countText(texts, language);
    return { part, words, 'words a sentence': rounded(words / sentences), ...scores(texts) };
  });
  console.table(rows);
}

describe('English', () => {
  const all = readingParts(form, 'en');

  it.each([...all.keys()])('%s is at grade 8 or easier', (name) => {
    expect(gradeOf(all.get(name) ?? [])).toBeLessThanOrEqual(8);
  });

  it('the whole is at grade 6 or easier', () => {
    show(all, 'en', (texts) => ({ 'Flesch-Kincaid grade': rounded(gradeOf(texts)) }));
    expect(gradeOf([...all.values()].flat())).toBeLessThanOrEqual(6);
  });
});

describe('Spanish', () => {
  const all = readingParts(form, 'es');

  it.each([...all.keys()])('%s is normal or easier', (name) => {
    const { fernandezHuerta, inflesz } = easeOf(all.get(name) ?? []);
    expect(fernandezHuerta).toBeGreaterThanOrEqual(65);
    expect(inflesz).toBeGreaterThanOrEqual(60);
  });

  it('the whole is fairly easy', () => {
    show(all, 'es', (texts) => {
      const { fernandezHuerta, inflesz } = easeOf(texts);
      return { 'Fernández Huerta': rounded(fernandezHuerta), INFLESZ: rounded(inflesz) };
    });
    const { fernandezHuerta, inflesz } = easeOf([...all.values()].flat());
    expect(fernandezHuerta).toBeGreaterThanOrEqual(70);
    expect(inflesz).toBeGreaterThanOrEqual(65);
  });
});

it.each(form.languages)('no clause in %s has a sentence of more than 30 words', (language) => {
  const all = readingParts(form, language);
  for (const text of clauseIds.flatMap((id) => all.get(`clause ${id}`) ?? [])) {
    expect({ text, words: longestSentence(text, language) }).toMatchObject({ words: expect.toSatisfy((n) => n <= 30) });
  }
});

describe('the measure itself', () => {
  it.each(Object.entries(englishWords))('English: %s has %i', (word, spoken) => {
    expect(englishSyllables(word)).toBe(spoken);
  });

  it.each(Object.entries(spanishWords))('Spanish: %s has %i', (word, spoken) => {
    expect(spanishSyllables(word)).toBe(spoken);
  });

  it('counts words, sentences, figures and abbreviations', () => {
    expect(countText(['Call 911. You pay 20% for CCM!', 'Your e-mail'], 'en')).toEqual({
      words: 10,
      sentences: 3,
      syllables: 17,
    });
    expect(countText(['¿Qué es el CCM? Son 24 horas.'], 'es')).toEqual({ words: 7, sentences: 2, syllables: 13 });
  });

  it('follows the formulas', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
    // 5 words, 1 sentence, 8 syllables.
    expect(easeOf(['El gato duerme en casa.']).fernandezHuerta).toBeCloseTo(206.84 - 96 - 5.1);
    expect(easeOf(['El gato duerme en casa.']).inflesz).toBeCloseTo(206.835 - 99.68 - 5);
  });

  it('counts a figure that it does not know digit by digit', () => {
    expect(countText(['In 2027'], 'en')).toEqual({ words: 2, sentences: 1, syllables: 7 });
    expect(countText(['En 2027'], 'es')).toEqual({ words: 2, sentences: 1, syllables: 7 });
  });

  it('says of each part whether it is easy enough, and nothing of a language it has no measure for', () => {
    expect(readingOf(['The cat sat on the mat.'], 'en')).toMatchObject({ by: 'grade', easy: true });
    expect(readingOf(['El gato duerme en casa.'], 'es')).toMatchObject({ by: 'ease', easy: true });
    expect(readingOf(['القطة نائمة'], 'ar')).toBeUndefined();
    expect(readingOf([''], 'en')).toBeUndefined();
  });

  it("finds a lawyer's sentence hard", () => {
    const english =
      'The undersigned beneficiary hereby acknowledges that applicable coinsurance obligations may be incurred ' +
      'notwithstanding the nonoccurrence of any contemporaneous encounter.';
    const spanish =
      'El beneficiario abajo firmante reconoce expresamente que podrán originarse obligaciones de coseguro ' +
      'independientemente de la realización de cualquier consulta presencial contemporánea.';
    expect(gradeOf([english])).toBeGreaterThan(16);
    expect(easeOf([spanish]).fernandezHuerta).toBeLessThan(40);
    expect(easeOf([spanish]).inflesz).toBeLessThan(40);
  });
});
