import { ownSignature } from '../signing.ts';
import { SignatureStep } from '../SignatureStep.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** The signature itself, in the way that was chosen: the patient's own, their mark, or their representative's. */
export function Sign({ session }: { session: ConsentSession }) {
  const { way } = session.draft.value;
  if (way === 'mark') return <Mark session={session} />;
  if (way === 'representative') return <RepresentativeSigns session={session} />;
  return <PatientSigns session={session} />;
}

function PatientSigns({ session }: { session: ConsentSession }) {
  const words = consentWords().sign;
  const draft = session.draft.value;
  return (
    <SignatureStep
      session={session}
      title={words.title}
      lead={draft.way === 'type' ? words.typedLead : words.lead}
      pad={words.pad}
      line={words.line}
      typedLabel={words.typedLabel}
      signature={ownSignature(draft)}
      onChange={({ drawn, typed }) => session.change({ drawn, typed })}
    />
  );
}

function Mark({ session }: { session: ConsentSession }) {
  const words = consentWords().sign;
  const { mark } = session.draft.value;
  return (
    <SignatureStep
      session={session}
      title={words.markTitle}
      lead={words.markLead}
      pad={words.markPad}
      line={words.markLine}
      typedLabel={words.typedLabel}
      signature={{ how: 'draw', drawn: mark, typed: '' }}
      onChange={({ drawn }) => session.change({ mark: drawn })}
      anyInk
    />
  );
}

function RepresentativeSigns({ session }: { session: ConsentSession }) {
  const words = consentWords();
  const { representative } = session.draft.value;
  const { patient } = session.matter.fills;
  return (
    <SignatureStep
      session={session}
      title={words.sign.title}
      lead={words.representative.signLead(representative.name.trim(), patient)}
      pad={words.sign.pad}
      line={words.sign.line}
      typedLabel={words.sign.typedLabel}
      signature={representative}
      onChange={({ how, drawn, typed }) =>
        session.change({ representative: { ...session.draft.value.representative, how, drawn, typed } })
      }
      choose
    />
  );
}
