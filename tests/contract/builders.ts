import { publicPart } from '../../src/contract/envelope.ts';
import type { Evidence } from '../../src/contract/evidence.ts';
import type { PublicJwk } from '../../src/contract/shapes.ts';

/** A key pair of a practice, as its server makes them: the private part is a JWK. */
export type JwkPair = { private: JsonWebKey; public: PublicJwk };

export const receiveKeys = (): Promise<JwkPair> => jwkPair('ECDH', ['deriveBits']);
export const receiptKeys = (): Promise<JwkPair> => jwkPair('ECDSA', ['sign', 'verify']);

async function jwkPair(name: 'ECDH' | 'ECDSA', usages: KeyUsage[]): Promise<JwkPair> {
  const pair = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { private: { kty, crv, x, y, d }, public: publicPart({ kty, crv, x, y }) };
}

const at = '2026-03-15T14:00:00.000Z';

type Consent = Extract<Evidence, { kind: 'consent' }>;

/** A whole consent, as a tablet makes it. */
export function aConsent(part: Partial<Consent> = {}): Consent {
  return {
    protocol: 1,
    kind: 'consent',
    id: '01957c3a-0000-7000-8000-000000000001',
    practice: '01957c3a-0000-7000-8000-000000000002',
    invitation: '01957c3a-0000-7000-8000-000000000003',
    patient: '01957c3a-0000-7000-8000-000000000004',
    form: { id: 'ccm', version: '2026-1', hash: 'ab'.repeat(32) },
    fills: {
      patient: 'Ana Ruiz',
      practice: 'Bayside Family Practice',
      practicePhone: '(813) 555-0100',
      practitioner: 'Dr. Lee',
      programme: 'CCM',
    },
    language: 'en',
    acknowledgements: [{ clause: 'cost', language: 'en', shownAt: at, acknowledgedAt: at }],
    answers: [{ question: 'cost', answer: 'b', right: true, at }],
    identity: { by: 'birth-date', at, tries: 1 },
    times: { handedOff: at, began: at, signed: at, zone: 'America/New_York', clockOffset: -120 },
    device: '01957c3a-0000-7000-8000-000000000005',
    staff: '01957c3a-0000-7000-8000-000000000006',
    app: '1.0.0',
    counter: 1,
    agent: 'Mozilla/5.0 (iPad)',
    signer: { capacity: 'patient', printedName: 'Ana Ruiz' },
    meaning: 'I agree to Chronic Care Management.',
    signature: { how: 'typed', text: 'Ana Ruiz' },
    ...part,
  };
}
