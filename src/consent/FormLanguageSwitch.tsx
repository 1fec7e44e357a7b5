import type { Language } from '../domain/form.ts';
import { language } from '../ui/language.ts';
import { uiWords } from '../ui/text.ts';
import { ownName } from './languages.ts';
import '../ui/Segments.css';

type SwitchProps = { languages: readonly Language[]; value: Language; onChange: (language: Language) => void };

/** The languages that this form has, which may be more than the interface's. The place in the form stays. */
export function FormLanguageSwitch({ languages, value, onChange }: SwitchProps) {
  if (languages.length < 2) return null;
  return (
    <div class="segments" role="group" aria-label={uiWords(language.value).language}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          class="segment"
          lang={one}
          aria-pressed={one === value}
          onClick={() => onChange(one)}
        >
          {ownName(one)}
        </button>
      ))}
    </div>
  );
}
