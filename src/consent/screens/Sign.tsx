import { useSignal } from '@preact/signals';
import { LONGEST_FULL_NAME } from '../../contract/people.ts';
import { inkLength } from '../../domain/strokes.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { strokesOf } from '../drawing.ts';
import { SignatureField } from '../SignatureField.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';
import { typedLine } from '../typed.ts';

/** CSS pixels: a line shorter than this may be a stray touch. It is asked about, never refused. */
const LITTLE_INK = 40;

export function Sign({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const missing = useSignal(false);
  const askedAboutLittle = useSignal(false);
  const { way, drawn, typed } = session.draft.value;

  const onNext = (): void => {
    const present = way === 'draw' ? drawn !== null : typed.trim() !== '';
    missing.value = !present;
    if (!present) return;
    const little = way === 'draw' && inkLength(strokesOf(drawn)) < LITTLE_INK;
    if (little && !askedAboutLittle.value) askedAboutLittle.value = true;
    else session.go(1);
  };
  return (
    <Step title={words.sign.title} screen="sign" onBack={() => session.go(-1)} next={words.next} onNext={onNext}>
      <Choice
        id="way"
        row
        label={words.sign.way}
        options={[
          { value: 'draw', label: words.sign.draw },
          { value: 'type', label: words.sign.type },
        ]}
        value={way}
        onChange={(chosen) => {
          missing.value = false;
          session.change({ way: chosen });
        }}
      />
      {way === 'draw' ? (
        <SignatureField
          drawn={drawn}
          onChange={(now) => {
            missing.value = false;
            askedAboutLittle.value = false;
            session.change({ drawn: now });
          }}
        />
      ) : (
        <Field
          id="typed-name"
          label={words.sign.typedLabel}
          hint={words.sign.typedHint}
          dir="auto"
          value={typed}
          onInput={(value) => {
            missing.value = false;
            session.change({ typed: typedLine(value, LONGEST_FULL_NAME) });
          }}
        />
      )}
      {missing.value && (
        <Notice kind="warning" live="alert">
          {words.sign.missing}
        </Notice>
      )}
      {askedAboutLittle.value && (
        <Notice kind="info" live="status">
          {words.sign.little}
        </Notice>
      )}
    </Step>
  );
}
