import { language } from '../ui/language.ts';
import { uiWords } from '../ui/text.ts';
import { ownName } from './languages.ts';
import type { ConsentSession } from './session.ts';
import '../ui/Segments.css';

/** The languages that this form has, which may be more than the interface's. The place in the form stays. */
export function FormLanguageSwitch({ session }: { session: ConsentSession }) {
  const { languages } = session.matter.form;
  if (languages.length < 2) return null;
  return (
    <div class="segments" role="group" aria-label={uiWords(language.value).language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          class="segment"
          lang={one}
          aria-pressed={one === session.draft.value.language}
          onClick={() => session.change({ language: one })}
        >
          {ownName(one)}
        </button>
      ))}
    </div>
  );
}
