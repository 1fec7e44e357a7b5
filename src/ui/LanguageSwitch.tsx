import { chooseLanguage, language, UI_LANGUAGES, type UiLanguage } from './language.ts';
import { uiWords } from './text.ts';
import './Segments.css';

const ownNames: Record<UiLanguage, string> = { en: 'English', es: 'Español' };

/** Each language by its own name, so that whoever needs it can read it. `onChoose` replaces what is remembered. */
export function LanguageSwitch({ onChoose = chooseLanguage }: { onChoose?: (language: UiLanguage) => void }) {
  return (
    <div class="segments" role="group" aria-label={uiWords().language}>
      {UI_LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          class="segment"
          lang={one}
          aria-pressed={one === language.value}
          onClick={() => onChoose(one)}
        >
          {ownNames[one]}
        </button>
      ))}
    </div>
  );
}
