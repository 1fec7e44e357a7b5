import { fromBase64url } from '../contract/bytes.ts';
import type { Evidence, Signature } from '../contract/evidence.ts';
import { filled, textIn, type Fills, type FormVersion } from '../domain/form.ts';
import { POINTERS, sampleCount, unpackStrokes } from '../domain/strokes.ts';
import type { Draft } from './draft.ts';
import type { PatientAnswer } from './session.ts';

/** What the host adds to a draft to make it evidence. */
export type EvidenceFacts = {
  practice: string;
  invitation: string;
  patient: string;
  form: FormVersion;
  formHash: string;
  fills: Fills;
  device: string;
  app: string;
  counter: number;
  agent: string;
  zone: string;
  clockOffset: number | null;
  signed: string;
};

export function buildEvidence(draft: Draft, answer: PatientAnswer, facts: EvidenceFacts): Evidence {
  const { form, fills } = facts;
  if (draft.recognised === null) throw new Error('nobody was recognised');
  const shared = {
    protocol: 1 as const,
    id: draft.envelope,
    practice: facts.practice,
    invitation: facts.invitation,
    patient: facts.patient,
    form: { id: form.id, version: form.version, hash: facts.formHash },
    fills,
    language: draft.language,
    acknowledgements: draft.acknowledgements,
    answers: draft.answers,
    identity: { by: 'birth-date' as const, at: draft.recognised, tries: draft.tries },
    times: {
      handedOff: draft.handedOff,
      began: draft.began ?? draft.recognised,
      signed: facts.signed,
      zone: facts.zone,
      clockOffset: facts.clockOffset,
    },
    device: facts.device,
    staff: draft.handedOffBy,
    app: facts.app,
    counter: facts.counter,
    agent: facts.agent.slice(0, 400),
    signer: { capacity: 'patient' as const, printedName: fills.patient },
  };
  if (answer.kind === 'declination') {
    const meaning = filled(textIn(form.declineMeaning, draft.language), fills);
    return { ...shared, kind: 'declination', meaning, reason: answer.reason, words: answer.words };
  }
  const meaning = filled(textIn(form.meaning, draft.language), fills);
  return { ...shared, kind: 'consent', meaning, signature: signatureOf(draft) };
}

function signatureOf(draft: Draft): Signature {
  if (draft.way === 'type') return { how: 'typed', text: draft.typed.trim() };
  if (!draft.drawn) throw new Error('nothing was drawn');
  const { strokes, width, height, coalesced } = draft.drawn;
  const unpacked = unpackStrokes(fromBase64url(strokes));
  return {
    how: 'drawn',
    strokes,
    samples: sampleCount(unpacked),
    width,
    height,
    coalesced,
    pointers: POINTERS.filter((pointer) => unpacked.some((stroke) => stroke.pointer === pointer)),
  };
}
