import { filled, type Fills, type FormVersion, type Language } from './form.ts';

/**
 * How easily a form reads. English: Flesch-Kincaid grade. Spanish: Fernández Huerta (as corrected by G. Law) and INFLESZ
 * (Szigriszt-Pazos). Headings are left out, since counting them as sentences would flatter the text. Names stand in for
 * the placeholders; a phone number is left out, as Flesch advises for long figures. Other figures count as they are read
 * aloud.
 */

const sample: Fills = {
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
/** From 0 to 9, for figures that are not listed: those are counted as read digit by digit. */
const digits: Record<Language, readonly number[]> = {
  en: [2, 1, 1, 1, 1, 1, 1, 2, 1, 1],
  es: [2, 2, 1, 1, 2, 2, 1, 2, 2, 2],
};
/** How a sign beside a figure is read: percent, por ciento. */
const percent: Record<Language, string> = { en: ' percent', es: ' por ciento' };

/** One for each group of vowels, less the silent ones at the end, plus the groups that are spoken in two. */
export function englishSyllables(word: string): number {
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
export function spanishSyllables(word: string): number {
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

export function countText(texts: readonly string[], language: Language): Count {
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
  if (/^\p{N}+$/u.test(word)) return figures[language]?.[word] ?? digitByDigit(word, language);
  const of = language === 'es' ? spanishSyllables : englishSyllables;
  return word.split('-').reduce((sum, part) => sum + (abbreviations[part] ?? of(part)), 0);
}

function digitByDigit(figure: string, language: Language): number {
  return [...figure].reduce((sum, digit) => sum + (digits[language]?.[Number(digit)] ?? 1), 0);
}

/** The years of school that English takes to be understood. */
export function gradeOf(texts: readonly string[]): number {
  const { words, sentences, syllables: spoken } = countText(texts, 'en');
  return 0.39 * (words / sentences) + 11.8 * (spoken / words) - 15.59;
}

/** How easy Spanish is, from 0 to 100. */
export function easeOf(texts: readonly string[]): { fernandezHuerta: number; inflesz: number } {
  const { words, sentences, syllables: spoken } = countText(texts, 'es');
  return {
    fernandezHuerta: 206.84 - 60 * (spoken / words) - 1.02 * (words / sentences),
    inflesz: 206.835 - 62.3 * (spoken / words) - words / sentences,
  };
}

/** `easy` is what the forms of this product are held to: grade 8, or normal Spanish. */
export type Reading =
  | { by: 'grade'; grade: number; easy: boolean }
  | { by: 'ease'; fernandezHuerta: number; inflesz: number; easy: boolean };

/** Undefined for a language without a measure, and for no words at all. */
export function readingOf(texts: readonly string[], language: Language): Reading | undefined {
  if (language !== 'en' && language !== 'es') return undefined;
  if (countText(texts, language).words === 0) return undefined;
  if (language === 'en') {
    const grade = gradeOf(texts);
    return { by: 'grade', grade, easy: grade <= 8 };
  }
  const { fernandezHuerta, inflesz } = easeOf(texts);
  return { by: 'ease', fernandezHuerta, inflesz, easy: fernandezHuerta >= 65 && inflesz >= 60 };
}

/** What stands together on a screen, by the name of the part. */
export function readingParts(form: FormVersion, language: Language): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, text } of form.clauses) {
    const said = text[language];
    if (said !== undefined) found.set(`clause ${id}`, [said.summary, ...said.body, said.acknowledge]);
  }
  for (const { id, text } of form.questions) {
    const said = text[language];
    if (said !== undefined) {
      found.set(`question ${id}`, [said.question, ...said.answers.map((answer) => answer.text), said.explain]);
    }
  }
  found.set('meaning', [form.meaning[language] ?? '']);
  found.set('representativeMeaning', [form.representativeMeaning[language] ?? '']);
  found.set('declining', [
    form.declineMeaning[language] ?? '',
    ...form.declineReasons.map((one) => one.text[language] ?? ''),
  ]);
  found.set('summary', form.summary[language] ?? []);
  return found;
}
