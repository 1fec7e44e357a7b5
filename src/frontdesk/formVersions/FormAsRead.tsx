import type { Session } from '../../contract/staffApi.ts';
import {
  filled,
  filledClause,
  filledQuestion,
  textIn,
  type Fills,
  type FormVersion,
  type Language,
} from '../../domain/form.ts';
import { directionOf } from '../../ui/language.ts';
import { frontdeskWords } from '../text.ts';
import './FormAsRead.css';

type FormAsReadProps = { form: FormVersion; language: Language; session: Session };

/** Every text of a form in one language, in the size patients read, with names where the placeholders are. */
export function FormAsRead({ form, language, session }: FormAsReadProps) {
  const words = frontdeskWords().forms;
  const fills: Fills = {
    patient: words.examplePatient,
    practice: session.practice.name,
    practicePhone: session.practice.phone,
    practitioner: session.practitioners[0]?.name ?? words.examplePractitioner,
    programme: form.programme,
  };
  const say = (texts: Record<Language, string>): string => filled(textIn(texts, language), fills);
  const text = { lang: language, dir: directionOf(language) };
  return (
    <article class="form-as-read patient" data-text-size="1">
      <h2 {...text}>{say(form.title)}</h2>
      {form.clauses.map((clause) => (
        <Clause key={clause.id} {...filledClause(clause, language, fills)} language={language} />
      ))}
      {form.questions.map((question, at) => {
        const asked = filledQuestion(question, language, fills);
        return (
          <section key={question.id}>
            <h3>{words.questionTitle(at + 1)}</h3>
            <p {...text}>
              <b>{asked.question}</b>
            </p>
            <ul>
              {asked.answers.map((answer) => (
                <li key={answer.id}>
                  <span {...text}>{answer.text}</span> {answer.right && <b>({words.rightAnswer})</b>}
                </li>
              ))}
            </ul>
            <p class="form-note">{words.explain}</p>
            <p {...text}>{asked.explain}</p>
          </section>
        );
      })}
      {(['meaning', 'representativeMeaning', 'declineMeaning', 'representativeDeclineMeaning'] as const).map((key) => (
        <section key={key}>
          <h3>{words.labels[key]}</h3>
          <p {...text}>{say(form[key])}</p>
        </section>
      ))}
      <section>
        <h3>{words.sections.reasons}</h3>
        <ul {...text}>
          {form.declineReasons.map((reason) => (
            <li key={reason.id}>{say(reason.text)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{words.sections.summary}</h3>
        <ul {...text}>
          {textIn(form.summary, language).map((line) => (
            <li key={line}>{filled(line, fills)}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}

type ClauseProps = ReturnType<typeof filledClause> & { language: Language };

function Clause({ title, summary, body, acknowledge, language }: ClauseProps) {
  const text = { lang: language, dir: directionOf(language) };
  return (
    <section>
      <h3 {...text}>{title}</h3>
      <p {...text}>
        <b>{summary}</b>
      </p>
      {body.map((paragraph) => (
        <p key={paragraph} {...text}>
          {paragraph}
        </p>
      ))}
      <p class="form-note">{frontdeskWords().forms.agrees}</p>
      <p class="form-tick" {...text}>
        {acknowledge}
      </p>
    </section>
  );
}
