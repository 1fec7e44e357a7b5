import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { ConsentSession } from './session.ts';
import { consentWords, wordsHere } from './text.ts';
import { Tools } from './Tools.tsx';
import './Frame.css';

type FrameProps = {
  session: ConsentSession;
  /** Names what is on screen, where it is not a screen of the way. */
  aside?: string | undefined;
  onStaff?: (() => void) | undefined;
  onDecline?: (() => void) | undefined;
  onHelp?: (() => void) | undefined;
  /** What the host has to say, such as that the time runs out. */
  notice?: ComponentChildren;
  children: ComponentChildren;
};

/** What stays around every screen of the patient's way: the letters' size, the language, the progress, the ways out. */
export function Frame({ session, aside, onStaff, onDecline, onHelp, notice, children }: FrameProps) {
  const words = consentWords();
  const main = useRef<HTMLElement>(null);
  const { textSize, contrast, language, screen } = session.draft.value;
  const place = session.place.value + 1;
  const of = session.screens.value.length;
  return (
    <div class="patient consent" data-text-size={textSize} data-contrast={contrast}>
      <header>
        <Tools
          languages={session.matter.form.languages}
          look={{ language, textSize, contrast }}
          onLook={session.change}
          screen={JSON.stringify([screen, aside])}
          of={main}
        />
        <div class="consent-progress">
          <progress value={place} max={of} aria-hidden="true" />
          <p>{words.progress(place, of)}</p>
        </div>
      </header>
      <main class="consent-main" ref={main}>
        {notice}
        {session.saveFailed.value && (
          <Notice kind="warning" live="alert">
            {wordsHere(session).saveFailed}
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
