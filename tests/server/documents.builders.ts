import type { ConsentEvidence, DeclinationEvidence, Evidence, Signature } from '../../src/contract/evidence.ts';
import { digestOf, formHash } from '../../src/contract/digest.ts';
import { toBase64url } from '../../src/contract/bytes.ts';
import { filled, textIn, type Clause, type FormVersion } from '../../src/domain/form.ts';
import { packStrokes, type Stroke } from '../../src/domain/strokes.ts';
import type { SignedConsentInput } from '../../server/documents/signedConsent.ts';

/** A small form and what was signed with it. Whatever a test is about is said in the test; the rest is here. */

const id = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const clause = (name: string, en: string, es: string): Clause => ({
  id: name,
  kind: 'clause',
  covers: [],
  text: {
    en: {
      title: en,
      summary: `${en}, said in short.`,
      body: [`${en} is told here at {practice}.`],
      acknowledge: `I know: ${en}.`,
    },
    es: {
      title: es,
      summary: `${es}, en pocas palabras.`,
      body: [`${es} se cuenta aquí en {practice}.`],
      acknowledge: `Lo sé: ${es}.`,
    },
  },
});

function aForm(): FormVersion {
  return {
    id: 'small',
    version: '7',
    programme: 'CCM',
    languages: ['en', 'es'],
    title: { en: 'Consent for {programme}', es: 'Consentimiento para {programme}' },
    clauses: [clause('cost', 'What it costs', 'Lo que cuesta'), clause('stop', 'How to stop', 'Cómo dejarlo')],
    questions: [
      {
        id: 'q-stop',
        clause: 'stop',
        text: {
          en: {
            question: 'When can you stop?',
            answers: [
              { id: 'any', text: 'At any time', right: true },
              { id: 'never', text: 'Never' },
            ],
            explain: 'At any time.',
          },
          es: {
            question: '¿Cuándo puede dejarlo?',
            answers: [
              { id: 'any', text: 'En cualquier momento', right: true },
              { id: 'never', text: 'Nunca' },
            ],
            explain: 'En cualquier momento.',
          },
        },
      },
    ],
    meaning: { en: 'By signing, I, {patient}, say yes.', es: 'Al firmar, yo, {patient}, digo que sí.' },
    representativeMeaning: { en: 'For {patient}.', es: 'Por {patient}.' },
    declineMeaning: { en: 'I, {patient}, say no.', es: 'Yo, {patient}, digo que no.' },
    representativeDeclineMeaning: { en: 'For {patient}: no.', es: 'Por {patient}: no.' },
    declineReasons: [{ id: 'cost', text: { en: 'I worry about the cost', es: 'Me preocupa el costo' } }],
    summary: { en: ['This is a yes to {programme}.'], es: ['Este es un sí a {programme}.'] },
  };
}

/** A line from the left below to the right above and back, pressed ever harder. */
export function aDrawing(): Stroke[] {
  const samples = Array.from({ length: 120 }, (_, i) => ({
    x: 5_000 + i * 400,
    y: 16_000 - Math.round(9_000 * Math.sin(i / 12)),
    t: i * 42,
    p: 100 + i * 7,
    tx: 0,
    ty: 0,
  }));
  return [{ pointer: 'pen', at: 0, samples }];
}

export function drawn(strokes: readonly Stroke[] = aDrawing()): Signature {
  return {
    how: 'drawn',
    strokes: toBase64url(packStrokes(strokes)),
    samples: strokes.reduce((sum, stroke) => sum + stroke.samples.length, 0),
    width: 640,
    height: 260,
    coalesced: true,
    pointers: ['pen'],
  };
}

export type Wishes = {
  name?: string;
  language?: string;
  acknowledgements?: { clause: string; language: string }[];
  clockOffset?: number | null;
};

async function shared(form: FormVersion, { name = 'Margaret Whitfield', language = 'en', ...wishes }: Wishes) {
  const given = wishes.acknowledgements ?? form.clauses.map((one) => ({ clause: one.id, language }));
  const acknowledgements = given.map((one, index) => ({
    ...one,
    shownAt: `2026-03-09T15:0${index + 3}:00.000Z`,
    acknowledgedAt: `2026-03-09T15:0${index + 3}:30.000Z`,
  }));
  return {
    protocol: 1 as const,
    id: id(1),
    practice: id(2),
    invitation: id(3),
    patient: id(4),
    form: { id: form.id, version: form.version, hash: await formHash(form) },
    fills: {
      patient: name,
      practice: 'Palmetto Family Medicine',
      practicePhone: '(813) 555-0100',
      practitioner: 'Dr. Ana Ruiz',
      programme: 'CCM',
    },
    language,
    acknowledgements,
    answers: [{ question: 'q-stop', answer: 'never', right: false, at: '2026-03-09T15:10:00.000Z' }],
    identity: { by: 'birth-date' as const, at: '2026-03-09T15:02:20.000Z', tries: 2 },
    times: {
      handedOff: '2026-03-09T15:02:11.000Z',
      began: '2026-03-09T15:02:40.000Z',
      signed: '2026-03-09T15:14:32.000Z',
      zone: 'America/Chicago',
      clockOffset: wishes.clockOffset === undefined ? 2_400 : wishes.clockOffset,
    },
    device: id(5),
    staff: id(6),
    app: 'countersign 0.1.0 (4f2a91c)',
    counter: 12,
    agent: 'Mozilla/5.0 (iPad)',
    signer: { capacity: 'patient' as const, printedName: name },
  };
}

export async function aConsent({ signature = drawn(), ...wishes }: Wishes & { signature?: Signature } = {}) {
  const form = aForm();
  const common = await shared(form, wishes);
  const meaning = filled(textIn(form.meaning, common.language), common.fills);
  const evidence: ConsentEvidence = { ...common, kind: 'consent', meaning, signature };
  return inputOf(form, evidence);
}

export async function aDeclination(wishes: Wishes & { reason?: string; words?: string } = {}) {
  const form = aForm();
  const { reason = 'cost', words = '' } = wishes;
  const common = await shared(form, wishes);
  const meaning = filled(textIn(form.declineMeaning, common.language), common.fills);
  const evidence: DeclinationEvidence = { ...common, kind: 'declination', meaning, reason, words };
  return inputOf(form, evidence);
}

export async function inputOf(form: FormVersion, evidence: Evidence): Promise<SignedConsentInput> {
  const evidenceHash = await digestOf(evidence);
  const envelopeHash = await digestOf({ sealed: evidenceHash });
  return {
    form,
    evidence,
    evidenceHash,
    envelopeHash,
    receipt: {
      id: evidence.id,
      sha256: envelopeHash,
      seq: 1_841,
      head: await digestOf({ head: envelopeHash }),
      time: '2026-03-09T15:14:35.000Z',
    },
    practice: { name: 'Palmetto Family Medicine', phone: '+18135550100', zone: 'America/New_York' },
    staffName: 'Keisha Brown',
    deviceName: 'Front desk iPad 2',
    madeAt: '2026-03-09T15:14:51.000Z',
  };
}
