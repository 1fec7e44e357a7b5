import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Language } from '../domain/form.ts';
import { language as uiLanguage } from '../ui/language.ts';
import { TextSizeSwitch } from '../ui/TextSizeSwitch.tsx';
import type { Draft } from './draft.ts';
import { FormLanguageSwitch } from './FormLanguageSwitch.tsx';
import { uiLanguageFor } from './languages.ts';
import { ReadAloud } from './ReadAloud.tsx';
import { consentWords } from './text.ts';
import './Tools.css';

/** How a patient wants to read. */
export type Look = Pick<Draft, 'language' | 'textSize' | 'contrast'>;

type ToolsProps = {
  languages: readonly Language[];
  look: Look;
  onLook: (part: Partial<Look>) => void;
  /** Changes with the screen: leaving it ends the reading aloud. */
  screen: string;
  /** What is read aloud. */
  of: RefObject<HTMLElement | null>;
};

/** At hand on every screen that a patient sees: the language, the letters' size, the contrast, reading aloud. */
export function Tools({ languages, look, onLook, screen, of }: ToolsProps) {
  const words = consentWords();
  const { language, textSize, contrast } = look;
  useEffect(() => {
    uiLanguage.value = uiLanguageFor(language);
  }, [language]);
  return (
    <div class="consent-tools" role="group" aria-label={words.tools}>
      <FormLanguageSwitch languages={languages} value={language} onChange={(one) => onLook({ language: one })} />
      <TextSizeSwitch value={textSize} onChange={(size) => onLook({ textSize: size })} />
      <button
        type="button"
        class="consent-tool"
        aria-pressed={contrast === 'more'}
        onClick={() => onLook({ contrast: contrast === 'more' ? 'normal' : 'more' })}
      >
        {words.contrast}
      </button>
      <ReadAloud language={language} screen={screen} of={of} />
    </div>
  );
}
