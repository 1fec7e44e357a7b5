import type { ComponentChildren } from 'preact';
import { isUiLanguage } from '../ui/language.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextSizeSwitch } from '../ui/TextSizeSwitch.tsx';
import type { ConsentSession } from './session.ts';
import { consentWords } from './text.ts';
import './Frame.css';

type FrameProps = {
  session: ConsentSession;
  onStaff?: (() => void) | undefined;
  onDecline?: (() => void) | undefined;
  onHelp?: (() => void) | undefined;
  children: ComponentChildren;
};

/** What stays around every screen of the patient's way: the letters' size, the language, the progress, the ways out. */
export function Frame({ session, onStaff, onDecline, onHelp, children }: FrameProps) {
  const words = consentWords();
  const { textSize, contrast } = session.draft.value;
  const place = session.place.value + 1;
  const of = session.screens.length;
  return (
    <div class="patient consent" data-text-size={textSize} data-contrast={contrast}>
      <header>
        <div class="consent-tools" role="group" aria-label={words.tools}>
          <LanguageSwitch
            onChoose={(chosen) => {
              if (isUiLanguage(chosen)) session.change({ language: chosen });
            }}
          />
          <TextSizeSwitch value={textSize} onChange={(size) => session.change({ textSize: size })} />
          <button
            type="button"
            class="consent-contrast"
            aria-pressed={contrast === 'more'}
            onClick={() => session.change({ contrast: contrast === 'more' ? 'normal' : 'more' })}
          >
            {words.contrast}
          </button>
        </div>
        <div class="consent-progress">
          <progress value={place} max={of} aria-hidden="true" />
          <p>{words.progress(place, of)}</p>
        </div>
      </header>
      <main class="consent-main">
        {session.saveFailed.value && (
          <Notice kind="warning" live="alert">
            {words.saveFailed}
          </Notice>
        )}
        {children}
      </main>
      <footer class="consent-ways">
        {onHelp && (
          <Button kind="plain" onClick={onHelp}>
            {words.haveQuestion}
          </Button>
        )}
        {onDecline && (
          <Button kind="plain" onClick={onDecline}>
            {words.notWanted}
          </Button>
        )}
        {onStaff && (
          <Button kind="plain" onClick={onStaff}>
            {words.staff}
          </Button>
        )}
      </footer>
    </div>
  );
}
