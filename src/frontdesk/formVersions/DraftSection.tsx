import type { FormVersion } from '../../domain/form.ts';
import type { FormProblem } from '../../domain/formCheck.ts';
import { textAt, withRightAnswer, withTextAt, type Place, type Section } from '../../domain/formTexts.ts';
import type { LegalElement } from '../../domain/legalElements.ts';
import { Choice } from '../../ui/Choice.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { frontdeskWords } from '../text.ts';
import { labelOf, languageWithin, sectionTitle } from './names.ts';
import { fieldId, sectionKey, textProblem, told } from './problems.ts';
import { ReadingLevels } from './ReadingLevels.tsx';

type DraftSectionProps = {
  form: FormVersion;
  section: Section;
  problems: readonly FormProblem[];
  open: boolean;
  onToggle: (open: boolean) => void;
  onChange: (form: FormVersion) => void;
  onLeave: () => void;
};

/** One part of the form in all its languages, opened when it is worked on. */
export function DraftSection(props: DraftSectionProps) {
  const { form, section, problems, open, onToggle } = props;
  const words = frontdeskWords().forms;
  const here = problems.filter((one) => told(form, one).section === sectionKey(section));
  const stops = here.filter((one) => one.stops).length;
  return (
    <details class="form-part" open={open} onToggle={(toggling) => onToggle(toggling.currentTarget.open)}>
      <summary>
        <h2 dir="auto">{sectionTitle(form, section)}</h2>
        {stops > 0 && <StateBadge shape="attention">{words.problemsIn(stops)}</StateBadge>}
      </summary>
      {open && <Inside {...props} problems={here} />}
    </details>
  );
}

function Inside({ form, section, problems, onChange, onLeave }: DraftSectionProps) {
  const words = frontdeskWords().forms;
  const lost = problems.filter((one) => one.kind === 'element-lost');
  return (
    <div class="form-part-inside">
      <ReadingLevels form={form} section={section} />
      {section.of === 'clause' && <Tells form={form} clause={section.id} />}
      {lost.map((one) => (
        <p key={`${one.element} ${one.language}`} class="field-error">
          {textProblem(one)}
        </p>
      ))}
      {section.places.map((place) => (
        <div key={place} class="form-languages">
          {form.languages.map((language) => (
            <TextArea
              key={language}
              id={fieldId(place, language)}
              label={words.inLanguage(labelOf(form, place), languageWithin(language))}
              hint={place.endsWith(' body') ? words.bodyHint : undefined}
              error={errorAt(problems, place, language)}
              lang={language}
              rows={rowsFor(textAt(form, language, place))}
              value={textAt(form, language, place)}
              onInput={(text) => onChange(withTyped(form, language, place, text))}
              onBlur={onLeave}
            />
          ))}
        </div>
      ))}
      {section.of === 'question' && <RightAnswer form={form} question={section.id} onChange={onChange} />}
    </div>
  );
}

/** While a text is typed its paragraphs stay as they are typed: an empty one is a new one that is just begun. */
function withTyped(form: FormVersion, language: string, place: Place, text: string): FormVersion {
  const [kind, id] = place.split(' ');
  if (kind !== 'clause' || !place.endsWith(' body')) return withTextAt(form, language, place, text);
  const clauses = form.clauses.map((clause) => {
    const now = clause.text[language];
    if (clause.id !== id || !now) return clause;
    return { ...clause, text: { ...clause.text, [language]: { ...now, body: text.split('\n\n') } } };
  });
  return { ...form, clauses };
}

function Tells({ form, clause }: { form: FormVersion; clause: string }) {
  const words = frontdeskWords().forms;
  const covers = form.clauses.find(({ id }) => id === clause)?.covers ?? [];
  return (
    <div>
      <p>{words.tells}</p>
      <ul class="form-tells">
        {covers.map((element) => (
          <li key={element}>{words.elements[element as LegalElement] ?? element}</li>
        ))}
      </ul>
    </div>
  );
}

type RightAnswerProps = { form: FormVersion; question: string; onChange: (form: FormVersion) => void };

function RightAnswer({ form, question, onChange }: RightAnswerProps) {
  const words = frontdeskWords().forms;
  const asked = form.questions.find(({ id }) => id === question);
  const answers = (asked && Object.values(asked.text)[0]?.answers) ?? [];
  const right = answers.filter((answer) => answer.right === true);
  return (
    <Choice
      id={`right-${question}`}
      label={words.whichRight}
      value={right.length === 1 ? right[0]?.id : undefined}
      error={right.length === 1 ? undefined : words.problems.right}
      options={answers.map(({ id }) => ({ value: id, label: words.answerLabel(id.toUpperCase()) }))}
      row
      onChange={(answer) => onChange(withRightAnswer(form, question, answer))}
    />
  );
}

function errorAt(problems: readonly FormProblem[], place: Place, language: string): string | undefined {
  const here = problems.filter((one) => 'place' in one && one.place === place && one.language === language);
  return here.length > 0 ? here.map(textProblem).join(' ') : undefined;
}

/** Room for the text without scrolling inside of it, as far as that can be told beforehand. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 52), 0);
  return Math.min(24, Math.max(2, lines));
}
