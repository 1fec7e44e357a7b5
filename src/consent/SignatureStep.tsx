import { useSignal } from '@preact/signals';
import { LONGEST_FULL_NAME } from '../contract/people.ts';
import { inkLength } from '../domain/strokes.ts';
import { Choice } from '../ui/Choice.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { SignatureDraft } from './draft.ts';
import { strokesOf } from './drawing.ts';
import { SignatureField } from './SignatureField.tsx';
import { hasSigned } from './signing.ts';
import { Step } from './Step.tsx';
import type { ConsentSession } from './session.ts';
import { consentWords } from './text.ts';
import { typedLine } from './typed.ts';

/** CSS pixels: a line shorter than this may be a stray touch. It is asked about, never refused. */
const LITTLE_INK = 40;

type SignatureStepProps = {
  session: ConsentSession;
  title: string;
  lead: string;
  pad: string;
  line: string;
  /** Whose name is typed. */
  typedLabel: string;
  signature: SignatureDraft;
  onChange: (signature: SignatureDraft) => void;
  /** Drawing or typing is chosen here; else it was chosen before. */
  choose?: boolean;
  /** A mark may be a single dot. */
  anyInk?: boolean;
};

/** One person signs, by hand or by keyboard. */
export function SignatureStep({ session, signature, onChange, choose, anyInk, ...says }: SignatureStepProps) {
  const words = consentWords();
  const missing = useSignal(false);
  const askedAboutLittle = useSignal(false);
  const { how, drawn, typed } = signature;

  const change = (part: Partial<SignatureDraft>): void => {
    missing.value = false;
    askedAboutLittle.value = false;
    onChange({ ...signature, ...part });
  };
  const onNext = (): void => {
    missing.value = !hasSigned(signature);
    if (missing.value) return;
    const little = !anyInk && how === 'draw' && inkLength(strokesOf(drawn)) < LITTLE_INK;
    if (little && !askedAboutLittle.value) askedAboutLittle.value = true;
    else session.go(1);
  };
  return (
    <Step
      title={says.title}
      screen={session.draft.value.screen.kind}
      onBack={() => session.go(-1)}
      next={words.next}
      onNext={onNext}
    >
      <p>{says.lead}</p>
      {choose && (
        <Choice
          id="how"
          row
          label={words.sign.how}
          options={[
            { value: 'draw', label: words.sign.draw },
            { value: 'type', label: words.sign.type },
          ]}
          value={how}
          onChange={(chosen) => change({ how: chosen })}
        />
      )}
      {how === 'draw' ? (
        <SignatureField
          label={says.pad}
          line={says.line}
          drawn={drawn}
          kept={session.kept.value === session.draft.value}
          onChange={(now) => change({ drawn: now })}
        />
      ) : (
        <Field
          id="typed-name"
          label={says.typedLabel}
          hint={words.sign.typedHint}
          dir="auto"
          value={typed}
          onInput={(value) => change({ typed: typedLine(value, LONGEST_FULL_NAME) })}
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
