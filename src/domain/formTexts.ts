import type { Clause, FormVersion, InLanguages, Language, Question } from './form.ts';

/**
 * A form's texts by place, so that an editor and its checks need not know how a form is built. A place names a text in
 * every language: `clause cost summary`, `question stop answer a`, `reason other`, `summary 2`, `meaning`.
 */
export type Place = string;

const clauseParts = ['title', 'summary', 'body', 'acknowledge'] as const;
const wholes = ['title', 'meaning', 'representativeMeaning', 'declineMeaning', 'representativeDeclineMeaning'] as const;
export type Whole = (typeof wholes)[number];

/** Places that stand together, by what they are of. */
export type Section =
  | { of: 'title' | 'meanings' | 'summary' | 'reasons'; places: Place[] }
  | { of: 'clause' | 'question'; id: string; places: Place[] };

/** Every place of a form, in the order in which a patient comes by. */
export function sectionsOf(form: FormVersion): Section[] {
  const summaryLines = Math.max(0, ...Object.values(form.summary).map((lines) => lines.length));
  return [
    { of: 'title', places: ['title'] },
    ...form.clauses.map(({ id }): Section => ({
      of: 'clause',
      id,
      places: clauseParts.map((part) => `clause ${id} ${part}`),
    })),
    ...form.questions.map(({ id, text }): Section => ({
      of: 'question',
      id,
      places: [
        `question ${id} question`,
        ...answerIds(text).map((answer) => `question ${id} answer ${answer}`),
        `question ${id} explain`,
      ],
    })),
    { of: 'meanings', places: wholes.filter((one) => one !== 'title') },
    { of: 'summary', places: Array.from({ length: summaryLines }, (_, line) => `summary ${line + 1}`) },
    { of: 'reasons', places: form.declineReasons.map(({ id }) => `reason ${id}`) },
  ];
}

export function placesOf(form: FormVersion): Place[] {
  return sectionsOf(form).flatMap((section) => section.places);
}

/** Between the paragraphs of a clause where it is one text. */
const PARAGRAPHS = '\n\n';

/** The text at a place; empty where the language lacks it. Paragraphs are parted by an empty line. */
export function textAt(form: FormVersion, language: Language, place: Place): string {
  const [kind = '', id = '', part = '', answer = ''] = place.split(' ');
  if (kind === 'clause') {
    const said = form.clauses.find((one) => one.id === id)?.text[language];
    if (part === 'body') return said?.body.join(PARAGRAPHS) ?? '';
    return said?.[part as 'title' | 'summary' | 'acknowledge'] ?? '';
  }
  if (kind === 'question') {
    const said = form.questions.find((one) => one.id === id)?.text[language];
    if (part === 'answer') return said?.answers.find((one) => one.id === answer)?.text ?? '';
    return said?.[part as 'question' | 'explain'] ?? '';
  }
  if (kind === 'reason') return form.declineReasons.find((one) => one.id === id)?.text[language] ?? '';
  if (kind === 'summary') return form.summary[language]?.[Number(id) - 1] ?? '';
  return form[kind as Whole]?.[language] ?? '';
}

/** The form with another text at a place, in one language. */
export function withTextAt(form: FormVersion, language: Language, place: Place, text: string): FormVersion {
  const [kind = '', id = '', part = '', answer = ''] = place.split(' ');
  if (kind === 'clause') {
    const said = part === 'body' ? { body: paragraphsOf(text) } : { [part]: text };
    return {
      ...form,
      clauses: changed(form.clauses, id, language, (now: Clause['text'][string]) => ({ ...now, ...said })),
    };
  }
  if (kind === 'question') {
    const change = (now: Question['text'][string]): Question['text'][string] =>
      part === 'answer'
        ? { ...now, answers: now.answers.map((one) => (one.id === answer ? { ...one, text } : one)) }
        : { ...now, [part]: text };
    return { ...form, questions: changed(form.questions, id, language, change) };
  }
  if (kind === 'reason') return { ...form, declineReasons: changed(form.declineReasons, id, language, () => text) };
  if (kind === 'summary') {
    const lines = (form.summary[language] ?? []).map((line, at) => (at === Number(id) - 1 ? text : line));
    return { ...form, summary: { ...form.summary, [language]: lines } };
  }
  const whole = kind as Whole;
  return { ...form, [whole]: { ...form[whole], [language]: text } };
}

/** The form with another right answer to a question: the same one in every language. */
export function withRightAnswer(form: FormVersion, question: string, answer: string): FormVersion {
  const questions = form.questions.map((one) => {
    if (one.id !== question) return one;
    const texts = Object.entries(one.text).map(([language, text]) => [
      language,
      {
        ...text,
        answers: text.answers.map(({ id, text: words }) => ({
          id,
          text: words,
          ...(id === answer ? { right: true } : {}),
        })),
      },
    ]);
    return { ...one, text: Object.fromEntries(texts) as Question['text'] };
  });
  return { ...form, questions };
}

/** The form as it is kept: without blanks that nobody sees, and with each paragraph on a line of its own. */
export function tidied(form: FormVersion): FormVersion {
  let tidy = form;
  for (const language of form.languages) {
    for (const place of placesOf(form)) {
      const text = paragraphsOf(textAt(form, language, place)).join(place.endsWith(' body') ? PARAGRAPHS : ' ');
      tidy = withTextAt(tidy, language, place, text);
    }
  }
  return tidy;
}

export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The names between braces in a text, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? ''))];
}

function answerIds(text: Question['text']): string[] {
  return [...new Set(Object.values(text).flatMap(({ answers }) => answers.map(({ id }) => id)))];
}

function changed<Text, One extends { id: string; text: InLanguages<Text> }>(
  all: readonly One[],
  id: string,
  language: Language,
  change: (now: Text) => Text,
): One[] {
  return all.map((one) => {
    const now = one.text[language];
    return one.id === id && now !== undefined ? { ...one, text: { ...one.text, [language]: change(now) } } : one;
  });
}
