import type { ComponentChildren } from 'preact';
import { Button } from '../ui/Button.tsx';
import { directionOf, language } from '../ui/language.ts';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { consentWords } from './text.ts';

type StepProps = {
  title: string;
  /** Changes with each screen, so that its heading is read out. */
  screen: string;
  /** The language of what is to read, where it is the form's text. */
  lang?: string | undefined;
  onBack?: (() => void) | undefined;
  next: string;
  busy?: string | undefined;
  onNext: () => void;
  children: ComponentChildren;
};

/** One screen with one decision: its heading, what is to read, and the way on and back, always in the same place. */
export function Step({ title, screen, lang = language.value, onBack, next, busy, onNext, children }: StepProps) {
  return (
    <div class="step" lang={lang} dir={directionOf(lang)}>
      <Page title={title} screen={screen}>
        {children}
        <div lang={language.value} dir={directionOf(language.value)}>
          <Row>
            {onBack && (
              <Button kind="quiet" onClick={onBack}>
                {consentWords().back}
              </Button>
            )}
            <Button busy={busy} onClick={onNext}>
              {next}
            </Button>
          </Row>
        </div>
      </Page>
    </div>
  );
}
