import { useSignal } from '@preact/signals';
import { missingAcknowledgements } from '../../domain/consent.ts';
import { filled, filledClause, textIn } from '../../domain/form.ts';
import { Button } from '../../ui/Button.tsx';
import { directionOf } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ReviewSignature } from '../ReviewSignature.tsx';
import { unsignedScreen } from '../signing.ts';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords, wordsHere } from '../text.ts';
import { useFinish } from '../useFinish.ts';
import './Review.css';

/** What was read, what the signature says, and the signature itself: the last look before it counts. */
export function Review({ session }: { session: ConsentSession }) {
  const words = consentWords().review;
  const missing = useSignal(false);
  const { form, fills } = session.matter;
  const { finish, busy, trouble } = useFinish(session);
  const draft = session.draft.value;
  const parts = new Set(draft.acknowledgements.map((one) => one.clause)).size;
  const meaning = draft.way === 'representative' ? form.representativeMeaning : form.meaning;

  const onFinish = (): void => {
    const [first] = missingAcknowledgements(form, draft.acknowledgements);
    const unsigned = unsignedScreen(draft);
    if (first !== undefined) {
      missing.value = true;
      session.goTo({ kind: 'clause', clause: first });
    } else if (unsigned) session.goTo(unsigned);
    else finish({ kind: 'consent' });
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
      <p>{words.agreed(parts)}</p>
      <details class="review-again">
        <summary>{words.again}</summary>
        <ul>
          {form.clauses.map((clause) => (
            <li key={clause.id} lang={draft.language} dir={directionOf(draft.language)}>
              <Button kind="plain" onClick={() => session.goTo({ kind: 'clause', clause: clause.id })}>
                {filledClause(clause, draft.language, fills).title}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      <section class="review-meaning">
        <h2>{words.means}</h2>
        <p lang={draft.language} dir={directionOf(draft.language)}>
          {filled(textIn(meaning, draft.language), fills)}
        </p>
      </section>
      <ReviewSignature session={session} />
      {trouble && (
        <Notice kind="danger" live="alert">
          {wordsHere(session)[trouble === 'full' || trouble === 'lost' ? trouble : 'notKept']}
        </Notice>
      )}
    </Step>
  );
}
