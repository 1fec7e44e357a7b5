import type { ScriptAnswer } from '../../contract/verbalApi.ts';
import { filled, filledClause, textIn, type Language } from '../../domain/form.ts';
import { directionOf, isUiLanguage, language as uiLanguage } from '../../ui/language.ts';
import { frontdeskWords } from '../text.ts';

type ScriptProps = { script: ScriptAnswer; language: Language };

/** The form, to be read aloud word for word. What is about signing on a screen has no place in it. */
export function Script({ script: { form, fills }, language }: ScriptProps) {
  const words = frontdeskWords().verbal;
  // Said to the patient: in their language where there are words for it.
  const [base] = language.split('-');
  const asked = isUiLanguage(base) ? base : uiLanguage.value;
  return (
    <div class="script">
      <div lang={language} dir={directionOf(language)}>
        <p>
          <b>{filled(textIn(form.title, language), fills)}</b>
        </p>
        {form.clauses
          .filter(({ kind }) => kind === 'clause')
          .map((clause) => {
            const text = filledClause(clause, language, fills);
            return (
              <section key={clause.id}>
                <h3>{text.title}</h3>
                <p>{text.summary}</p>
                {text.body.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </section>
            );
          })}
      </div>
      <p>{words.ask}</p>
      <p class="script-question" lang={asked} dir={directionOf(asked)}>
        {frontdeskWords(asked).verbal.question(fills.practice)}
      </p>
    </div>
  );
}
