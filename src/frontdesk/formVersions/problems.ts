import { LONGEST_VERSION } from '../../contract/formsApi.ts';
import type { FormVersion, Language } from '../../domain/form.ts';
import type { FormProblem } from '../../domain/formCheck.ts';
import { sectionsOf, type Place, type Section } from '../../domain/formTexts.ts';
import { frontdeskWords } from '../text.ts';
import { labelOf, languageWithin, sectionTitle } from './names.ts';

/** What is wrong with a version that is being written, in sentences. */

export function fieldId(place: Place, language: Language): string {
  return `form-${language}-${place.replaceAll(' ', '-')}`;
}

export const NAME_FIELD = 'form-version';

/** A problem as it is told at the top: where it is, and where a press on it leads. */
export type Told = { id: string; section: string; text: string };

export function sectionKey(section: Section): string {
  return 'id' in section ? `${section.of} ${section.id}` : section.of;
}

export function nameProblem(version: string): string | undefined {
  const words = frontdeskWords().forms;
  if (version.trim() === '') return words.nameMissing;
  return version.trim().length > LONGEST_VERSION ? words.nameLong : undefined;
}

/** What is wrong in one text, for its field. */
export function textProblem(problem: FormProblem): string {
  const words = frontdeskWords().forms.problems;
  switch (problem.kind) {
    case 'text-missing':
      return words.missing;
    case 'too-long':
      return words.tooLong(problem.most);
    case 'unknown-placeholder':
      return words.unknown(problem.name.length === 1 && /[{}]/.test(problem.name) ? problem.name : `{${problem.name}}`);
    case 'placeholder-missing':
      return problem.stops ? words.lostName(`{${problem.name}}`) : words.lost(`{${problem.name}}`);
    case 'paragraphs-differ':
      return words.paragraphs(problem.has, languageWithin(problem.other), problem.otherHas);
    case 'right-answer':
      return words.right;
    case 'other-parts':
      return words.otherParts;
    case 'element-lost':
      return elementText(problem);
  }
}

function elementText({ element, language, words: lists }: Extract<FormProblem, { kind: 'element-lost' }>): string {
  const { problems, elements } = frontdeskWords().forms;
  const what = elements[element];
  if (language === undefined) return problems.element(what);
  const quoted = lists.map((words) => words.map((word) => `“${word}”`).join(` ${problems.or} `));
  return `${problems.elementIn(what, languageWithin(language))} ${problems.words(quoted.join(`; ${problems.and} `))}`;
}

/** The problem with the place it is at, and the field it leads to. */
export function told(form: FormVersion, problem: FormProblem): Told {
  const { where } = frontdeskWords().forms.problems;
  const text = textProblem(problem);
  const sections = sectionsOf(form);
  if (problem.kind === 'other-parts') return { id: 'forms-problems', section: '', text };
  const isAt = (section: Section): boolean => {
    if (problem.kind === 'right-answer') return sectionKey(section) === `question ${problem.question}`;
    if (problem.kind === 'element-lost') return sectionKey(section) === `clause ${problem.clauses[0]}`;
    return section.places.includes(problem.place);
  };
  const section = sections.find(isAt);
  if (!section) return { id: 'forms-problems', section: '', text };
  const named = sectionTitle(form, section);
  const at = { section: sectionKey(section) };
  if (problem.kind === 'right-answer') return { ...at, id: `right-${problem.question}`, text: where(text, named) };
  if (problem.kind === 'element-lost') {
    const language = problem.language ?? form.languages[0] ?? 'en';
    return { ...at, id: fieldId(`clause ${problem.clauses[0]} summary`, language), text: where(text, named) };
  }
  const label = frontdeskWords().forms.inLanguage(labelOf(form, problem.place), languageWithin(problem.language));
  return { ...at, id: fieldId(problem.place, problem.language), text: where(text, `${named}, ${label}`) };
}
