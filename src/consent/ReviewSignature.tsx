import { Button } from '../ui/Button.tsx';
import type { DrawnDraft, SignatureDraft } from './draft.ts';
import { strokesOf } from './drawing.ts';
import { SignaturePicture } from './SignaturePicture.tsx';
import { ownSignature } from './signing.ts';
import type { ConsentSession } from './session.ts';
import { consentWords } from './text.ts';

/** The signature as it will be kept, with everybody who had a part in it. */
export function ReviewSignature({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const draft = session.draft.value;
  const { patient } = session.matter.fills;
  const { way, mark, witness, representative } = draft;
  return (
    <section class="review-signature">
      <h2>{words.review.signature}</h2>
      {way === 'representative' ? (
        <>
          <Shown signature={representative} name={representative.name} />
          <p dir="auto">{words.review.signedBy(representative.name)}</p>
          <p>{words.review.representative(patient)}</p>
        </>
      ) : (
        <>
          {way === 'mark' ? (
            <Drawn drawn={mark} label={words.review.mark(patient)} />
          ) : (
            <Shown signature={ownSignature(draft)} name={patient} />
          )}
          <p dir="auto">{words.review.signedBy(patient)}</p>
        </>
      )}
      {way === 'mark' && (
        <>
          <h3>{words.review.witness}</h3>
          <Shown signature={witness} name={witness.name} />
          <p dir="auto">{words.review.signedBy(witness.name)}</p>
          <p dir="auto">{words.review.address(witness.address)}</p>
        </>
      )}
      <div>
        <Button kind="quiet" onClick={() => session.goTo({ kind: 'way' })}>
          {words.review.change}
        </Button>
      </div>
    </section>
  );
}

function Shown({ signature: { how, drawn, typed }, name }: { signature: SignatureDraft; name: string }) {
  if (how === 'draw') return <Drawn drawn={drawn} label={consentWords().review.drawnAlt(name)} />;
  return (
    <p class="typed-signature" dir="auto">
      {typed}
    </p>
  );
}

function Drawn({ drawn, label }: { drawn: DrawnDraft | null; label: string }) {
  if (!drawn) return null;
  return <SignaturePicture strokes={strokesOf(drawn)} width={drawn.width} height={drawn.height} label={label} />;
}
