import type { ComponentChildren } from 'preact';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { consentWords } from './text.ts';

type StepProps = {
  title: string;
  /** Changes with each screen, so that its heading is read out. */
  screen: string;
  lang?: string | undefined;
  onBack?: (() => void) | undefined;
  next: string;
  busy?: string | undefined;
  onNext: () => void;
  children: ComponentChildren;
};

/** One screen with one decision: its heading, what is to read, and the way on and back, always in the same place. */
export function Step({ title, screen, lang, onBack, next, busy, onNext, children }: StepProps) {
  return (
    <div class="step" lang={lang}>
      <Page title={title} screen={screen}>
        {children}
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
      </Page>
    </div>
  );
}
