import { useSignal } from '@preact/signals';
import { missingAcknowledgements } from '../../domain/consent.ts';
import { filled, filledClause, textIn } from '../../domain/form.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { strokesOf } from '../drawing.ts';
import { SignaturePicture } from '../SignaturePicture.tsx';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';
import { useFinish } from '../useFinish.ts';
import './Review.css';

/** What was read, what the signature says, and the signature itself: the last look before it counts. */
export function Review({ session }: { session: ConsentSession }) {
  const words = consentWords().review;
  const missing = useSignal(false);
  const { form, fills } = session.matter;
  const { finish, busy, trouble } = useFinish(session);
  const draft = session.draft.value;

  const onFinish = (): void => {
    const [first] = missingAcknowledgements(form, draft.acknowledgements);
    const signed = draft.way === 'draw' ? draft.drawn !== null : draft.typed.trim() !== '';
    if (first !== undefined) {
      missing.value = true;
      session.goTo({ kind: 'clause', clause: first });
    } else if (signed) finish({ kind: 'consent' });
    else session.goTo({ kind: 'sign' });
  };
  return (
    <Step
      title={words.title}
      screen="review"
      onBack={() => session.go(-1)}
      next={words.finish}
      busy={busy ? words.finishing : undefined}
      onNext={onFinish}
    >
      <p>{words.agreed(draft.acknowledgements.length)}</p>
      <details class="review-again">
        <summary>{words.again}</summary>
        <ul>
          {form.clauses.map((clause) => (
            <li key={clause.id} lang={draft.language}>
              <Button kind="plain" onClick={() => session.goTo({ kind: 'clause', clause: clause.id })}>
                {filledClause(clause, draft.language, fills).title}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      <section class="review-meaning" lang={draft.language}>
        <h2>{words.means}</h2>
        <p>{filled(textIn(form.meaning, draft.language), fills)}</p>
      </section>
      <section class="review-signature">
        <h2>{words.signature}</h2>
        {draft.way === 'draw' && draft.drawn ? (
          <SignaturePicture
            strokes={strokesOf(draft.drawn)}
            width={draft.drawn.width}
            height={draft.drawn.height}
            label={words.drawnAlt(fills.patient)}
          />
        ) : (
          <p class="typed-signature" dir="auto">
            {draft.typed}
          </p>
        )}
        <p dir="auto">{words.signedBy(fills.patient)}</p>
        <div>
          <Button kind="quiet" onClick={() => session.goTo({ kind: 'sign' })}>
            {words.change}
          </Button>
        </div>
      </section>
      {trouble && (
        <Notice kind="danger" live="alert">
          {trouble === 'full' || trouble === 'lost' ? words[trouble] : words.failed}
        </Notice>
      )}
    </Step>
  );
}
