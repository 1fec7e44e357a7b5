import { fromBase64url } from '../contract/bytes.ts';
import type { Evidence, Signature } from '../contract/evidence.ts';
import { filled, textIn, type Fills, type FormVersion } from '../domain/form.ts';
import { POINTERS, sampleCount, unpackStrokes } from '../domain/strokes.ts';
import { SOMEBODY_ELSE, type Draft, type DrawnDraft, type SignatureDraft } from './draft.ts';
import type { PatientAnswer } from './session.ts';
import { ownSignature } from './signing.ts';

/** What the host adds to a draft to make it evidence. */
export type EvidenceFacts = {
  practice: string;
  invitation: string;
  patient: string;
  form: FormVersion;
  formHash: string;
  fills: Fills;
  device: string;
  where?: 'own-device' | undefined;
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
  const byRepresentative = answer.kind === 'consent' ? draft.way === 'representative' : answer.byRepresentative;
  const meaning = (texts: Record<string, string>): string => filled(textIn(texts, draft.language), fills);
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
    ...(facts.where ? { where: facts.where } : {}),
    app: facts.app,
    counter: facts.counter,
    agent: facts.agent.slice(0, 400),
    signer: signerOf(draft, fills, byRepresentative),
  };
  switch (answer.kind) {
    case 'declination':
      return {
        ...shared,
        kind: 'declination',
        meaning: meaning(byRepresentative ? form.representativeDeclineMeaning : form.declineMeaning),
        reason: answer.reason,
        words: answer.words,
      };
    case 'withdrawal':
      return { ...shared, kind: 'withdrawal', meaning: answer.meaning, withdraws: answer.withdraws };
    case 'consent':
      return {
        ...shared,
        kind: 'consent',
        meaning: meaning(byRepresentative ? form.representativeMeaning : form.meaning),
        signature: signatureOf(draft),
      };
  }
}

function signerOf(draft: Draft, fills: Fills, byRepresentative: boolean): Evidence['signer'] {
  if (!byRepresentative) return { capacity: 'patient', printedName: fills.patient };
  const { recorded, name, relationship, relationshipWords, whyNotSelf, whyNotSelfWords } = draft.representative;
  if (relationship === '' || whyNotSelf === '') throw new Error('the representative has not said who they are');
  return {
    capacity: 'representative',
    printedName: name.trim(),
    relationship,
    relationshipWords: relationshipWords.trim(),
    whyNotSelf,
    whyNotSelfWords: whyNotSelfWords.trim(),
    ...(recorded && recorded !== SOMEBODY_ELSE ? { recorded } : {}),
  };
}

function signatureOf(draft: Draft): Signature {
  if (draft.way === 'representative') return oneSignature(draft.representative);
  if (draft.way !== 'mark') return oneSignature(ownSignature(draft));
  const { name, address, ...signature } = draft.witness;
  const witness = { name: name.trim(), address: address.trim(), signature: oneSignature(signature) };
  return { how: 'mark', ...drawing(draft.mark), witness };
}

function oneSignature({ how, drawn, typed }: SignatureDraft): Exclude<Signature, { how: 'mark' }> {
  return how === 'type' ? { how: 'typed', text: typed.trim() } : { how: 'drawn', ...drawing(drawn) };
}

function drawing(drawn: DrawnDraft | null) {
  if (!drawn) throw new Error('nothing was drawn');
  const { strokes, width, height, coalesced } = drawn;
  const unpacked = unpackStrokes(fromBase64url(strokes));
  return {
    strokes,
    samples: sampleCount(unpacked),
    width,
    height,
    coalesced,
    pointers: POINTERS.filter((pointer) => unpacked.some((stroke) => stroke.pointer === pointer)),
  };
}
