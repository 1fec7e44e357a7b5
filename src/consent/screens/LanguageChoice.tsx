import { Choice } from '../../ui/Choice.tsx';
import { ownName } from '../languages.ts';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** The language to read in. The screen turns into it at once, so that the choice can be seen. */
export function LanguageChoice({ session }: { session: ConsentSession }) {
  const words = consentWords();
  return (
    <Step title={words.languageChoice.title} screen="language" next={words.next} onNext={() => session.go(1)}>
      <Choice
        id="form-language"
        label={words.languageChoice.title}
        labelHidden
        options={session.matter.form.languages.map((one) => ({ value: one, label: ownName(one), lang: one }))}
        value={session.draft.value.language}
        onChange={(language) => session.change({ language })}
      />
      <p>{words.languageChoice.later}</p>
    </Step>
  );
}
