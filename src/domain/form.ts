/** A consent form: data, never code. A version that was used once never changes; its hash says which it was. */

/** A BCP 47 tag, such as `en` or `es`. */
export type Language = string;
export type InLanguages<T> = Record<Language, T>;

export type ClauseText = {
  title: string;
  summary: string;
  body: string[];
  /** What the patient says by ticking: a whole sentence in the first person. */
  acknowledge: string;
};

export type Clause = {
  id: string;
  kind: 'disclosure' | 'clause';
  /** Ids of the legal elements that this clause tells: see docs of the form. */
  covers: string[];
  text: InLanguages<ClauseText>;
};

export type QuestionText = {
  question: string;
  answers: { id: string; text: string; right?: boolean | undefined }[];
  explain: string;
};

export type Question = { id: string; clause: string; text: InLanguages<QuestionText> };

export type FormVersion = {
  id: string;
  version: string;
  programme: string;
  languages: Language[];
  title: InLanguages<string>;
  clauses: Clause[];
  questions: Question[];
  meaning: InLanguages<string>;
  representativeMeaning: InLanguages<string>;
  declineMeaning: InLanguages<string>;
  representativeDeclineMeaning: InLanguages<string>;
  declineReasons: { id: string; text: InLanguages<string> }[];
  summary: InLanguages<string[]>;
};

/** What the placeholders of a form stand for in one invitation. */
export type Fills = {
  patient: string;
  practice: string;
  practicePhone: string;
  practitioner: string;
  programme: string;
};

/** Puts the fills into a text. An unknown placeholder stays as it is, in sight. */
export function filled(text: string, fills: Fills): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(fills, key) ? fills[key as keyof Fills] : whole,
  );
}

export function filledClause(clause: Clause, language: Language, fills: Fills): ClauseText {
  const text = textIn(clause.text, language);
  return {
    title: filled(text.title, fills),
    summary: filled(text.summary, fills),
    body: text.body.map((paragraph) => filled(paragraph, fills)),
    acknowledge: filled(text.acknowledge, fills),
  };
}

export function filledQuestion(question: Question, language: Language, fills: Fills): QuestionText {
  const text = textIn(question.text, language);
  return {
    question: filled(text.question, fills),
    answers: text.answers.map((answer) => ({ ...answer, text: filled(answer.text, fills) })),
    explain: filled(text.explain, fills),
  };
}

/** The text in a language, or in the form's first where that language is missing. */
export function textIn<T>(texts: InLanguages<T>, language: Language): T {
  const found = texts[language] ?? Object.values(texts)[0];
  if (found === undefined) throw new Error(`a form text without any language`);
  return found;
}

/** The language of the form to start in: the patient's where the form has it, else the form's first. */
export function startingLanguage(form: FormVersion, wanted: Language): Language {
  return form.languages.includes(wanted) ? wanted : (form.languages[0] ?? 'en');
}
