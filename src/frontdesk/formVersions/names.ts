import { textIn, type FormVersion } from '../../domain/form.ts';
import type { Place, Section } from '../../domain/formTexts.ts';
import { language, localeOf } from '../../ui/language.ts';
import { frontdeskWords } from '../text.ts';

/** How the parts of a form and their texts are called on screen. */

export function sectionTitle(form: FormVersion, section: Section): string {
  const words = frontdeskWords().forms;
  if (section.of === 'clause') {
    const at = form.clauses.findIndex(({ id }) => id === section.id);
    const clause = form.clauses[at];
    return words.clauseTitle(at + 1, clause ? textIn(clause.text, language.value).title : '');
  }
  if (section.of === 'question')
    return words.questionTitle(form.questions.findIndex(({ id }) => id === section.id) + 1);
  return words.sections[section.of];
}

export function labelOf(form: FormVersion, place: Place): string {
  const words = frontdeskWords().forms;
  const [kind = '', id = '', part = '', answer = ''] = place.split(' ');
  if (kind === 'summary') return words.lineLabel(id);
  if (kind === 'reason') return words.reasonLabel(form.declineReasons.findIndex((reason) => reason.id === id) + 1);
  if (part === 'answer') return words.answerLabel(answer.toUpperCase());
  return words.labels[(part || kind) as keyof typeof words.labels];
}

/** The name of a language within a sentence, where Spanish writes it small. */
export function languageWithin(tag: string): string {
  return new Intl.DisplayNames(localeOf(language.value), { type: 'language' }).of(tag) ?? tag;
}
