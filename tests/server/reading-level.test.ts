import { describe, expect, it } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { filled, type FormVersion, type Language } from '../../src/domain/form.ts';

/**
 * The form reads at grade 6 to 8 or easier: measured for each clause and for everything together.
 *
 * English: Flesch-Kincaid grade. Spanish: Fernández Huerta (as corrected by G. Law) and INFLESZ (Szigriszt-Pazos).
 * Headings are left out, since counting them as sentences would flatter the text. Names stand in for the placeholders;
 * a phone number is left out, as Flesch advises for long figures. Other figures count as they are read aloud.
 */

const form = ccm as FormVersion;

const sample = {
  patient: 'Eleanor Hernandez',
  practice: 'Riverside Family Medicine',
  practicePhone: '',
  practitioner: 'Doctor Maria Fernandez',
  programme: 'CCM',
};

/** Read letter by letter: one syllable a letter, but for those that are listed. */
const abbreviations: Record<string, number> = { ccm: 3, pdf: 3 };

/** English words that the rule below counts wrong, with the syllables that a dictionary gives. */
const exceptions: Record<string, number> = {
  coinsurance: 4,
  diabetes: 4,
  every: 2,
  likely: 2,
  management: 3,
  maria: 3,
  medicare: 3,
  riverside: 3,
  sometimes: 2,
  someone: 2,
  something: 2,
};

const figures: Record<Language, Record<string, number>> = {
  en: { '7': 2, '10': 1, '20': 2, '24': 3, '31': 3, '911': 3 },
  es: { '7': 2, '10': 1, '20': 2, '24': 4, '31': 5, '911': 6 },
};
/** How a sign beside a figure is read: percent, por ciento. */
const percent: Record<Language, string> = { en: ' percent', es: ' por ciento' };

/** One for each group of vowels, less the silent ones at the end, plus the groups that are spoken in two. */
function englishSyllables(word: string): number {
  const known = exceptions[word];
  if (known !== undefined) return known;
  const spoken = word
    .replace(/(?<=[^dt])ed$/, 'd') // signed, but: wanted
    .replace(/(?<=[^aeiouycgszx])(?<!sh|ch)es$/, 's') // notes, but: changes
    .replace(/(?<=[^aeiouy])(?<![^aeiouy]l)e$/, ''); // care, but: able
  const groups = spoken.match(/[aeiouy]+/g) ?? [];
  const inTwo = spoken.match(/(?<![cgst])i[ao]|(?<=[aeoy])ing$|[iu]ous$/g) ?? []; // reliable, going, serious
  return Math.max(1, groups.length + inTwo.length);
}

/** Spanish spelling tells its syllables: a strong vowel beside a strong one parts, a weak one without accent joins. */
function spanishSyllables(word: string): number {
  const heard = word
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const strong = heard.match(/[aeoáéíóú]/g) ?? [];
  // Weak vowels that touch no strong one, or that stand between consonants, carry a syllable of their own.
  const weak = heard.match(/(?<![aeoáéíóúiuü])[iuü]+(?![aeoáéíóú])/g) ?? [];
  return Math.max(1, strong.length + weak.length);
}

type Count = { words: number; sentences: number; syllables: number };

function count(texts: readonly string[], language: Language): Count {
  const total: Count = { words: 0, sentences: 0, syllables: 0 };
  for (const raw of texts) {
    const text = filled(raw, sample).replaceAll('%', percent[language] ?? '');
    // Whatever is set as a text of its own ends a sentence, with a full stop or without.
    for (const sentence of text.split(/[.?!]+(?:\s|$)/)) {
      const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu) ?? [];
      if (words.length === 0) continue;
      total.sentences += 1;
      total.words += words.length;
      for (const word of words) total.syllables += syllables(word, language);
    }
  }
  return total;
}

function syllables(word: string, language: Language): number {
  if (/^\p{N}+$/u.test(word)) {
    const read = figures[language]?.[word];
    if (read === undefined) throw new Error(`say how the figure ${word} is read in ${language}`);
    return read;
  }
  const of = language === 'es' ? spanishSyllables : englishSyllables;
  return word.split('-').reduce((sum, part) => sum + (abbreviations[part] ?? of(part)), 0);
}

function gradeOf(texts: readonly string[]): number {
  const { words, sentences, syllables: spoken } = count(texts, 'en');
  return 0.39 * (words / sentences) + 11.8 * (spoken / words) - 15.59;
}

function easeOf(texts: readonly string[]): { fernandezHuerta: number; inflesz: number } {
  const { words, sentences, syllables: spoken } = count(texts, 'es');
  return {
    fernandezHuerta: 206.84 - 60 * (spoken / words) - 1.02 * (words / sentences),
    inflesz: 206.835 - 62.3 * (spoken / words) - words / sentences,
  };
}

/** What stands together on a screen, by the name of the screen. */
function parts(language: Language): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, text } of form.clauses) {
    const said = text[language];
    if (said !== undefined) found.set(id, [said.summary, ...said.body, said.acknowledge]);
  }
  for (const { id, text } of form.questions) {
    const said = text[language];
    if (said !== undefined) {
      found.set(`question ${id}`, [said.question, ...said.answers.map((answer) => answer.text), said.explain]);
    }
  }
  found.set('meaning', [form.meaning[language] ?? '']);
  found.set('meaning, representative', [form.representativeMeaning[language] ?? '']);
  found.set('declining', [
    form.declineMeaning[language] ?? '',
    ...form.declineReasons.map((one) => one.text[language] ?? ''),
  ]);
  found.set('summary', form.summary[language] ?? []);
  return found;
}

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
  return Math.max(...text.split(/[.?!]+(?:\s|$)/).map((sentence) => count([sentence], language).words));
}

/** Prints one row for each part and one for the whole. */
function show(all: Map<string, string[]>, language: Language, scores: (texts: readonly string[]) => object): void {
  const rows = [...all, ['WHOLE', [...all.values()].flat()] as const].map(([part, texts]) => {
    const { words, sentences } = count(texts, language);
    return { part, words, 'words a sentence': rounded(words / sentences), ...scores(texts) };
  });
  console.table(rows);
}

describe('English', () => {
  const all = parts('en');

  it.each([...all.keys()])('%s is at grade 8 or easier', (name) => {
    expect(gradeOf(all.get(name) ?? [])).toBeLessThanOrEqual(8);
  });

  it('the whole is at grade 6 or easier', () => {
    show(all, 'en', (texts) => ({ 'Flesch-Kincaid grade': rounded(gradeOf(texts)) }));
    expect(gradeOf([...all.values()].flat())).toBeLessThanOrEqual(6);
  });
});

describe('Spanish', () => {
  const all = parts('es');

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
  const all = parts(language);
  for (const text of clauseIds.flatMap((id) => all.get(id) ?? [])) {
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
    expect(count(['Call 911. You pay 20% for CCM!', 'Your e-mail'], 'en')).toEqual({
      words: 10,
      sentences: 3,
      syllables: 17,
    });
    expect(count(['¿Qué es el CCM? Son 24 horas.'], 'es')).toEqual({ words: 7, sentences: 2, syllables: 13 });
  });

  it('follows the formulas', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
    // 5 words, 1 sentence, 8 syllables.
    expect(easeOf(['El gato duerme en casa.']).fernandezHuerta).toBeCloseTo(206.84 - 96 - 5.1);
    expect(easeOf(['El gato duerme en casa.']).inflesz).toBeCloseTo(206.835 - 99.68 - 5);
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
