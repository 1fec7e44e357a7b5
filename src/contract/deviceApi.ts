import * as v from 'valibot';
import { INVITATION_STATES, METHODS } from '../domain/invitation.ts';
import { formSchema } from './form.ts';
import { nameSchema } from './people.ts';
import {
  base64url,
  count,
  filledLine,
  id,
  isoDate,
  isoTime,
  languageTag,
  line,
  publicJwk,
  sha256Hex,
} from './shapes.ts';

/** The doors of a paired tablet. Every request but pairing's first step carries a proof in the DPoP format (RFC 9449). */

export const PROTOCOL_VERSION = 1;

/** Eight characters that are hard to confuse, as typed from the console; spaces and hyphens don't matter. */
export const pairingCode = v.pipe(
  v.string(),
  v.transform((text) => text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')),
  v.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
);

/** Step one gives the code for the 128-bit secret behind it; step two spends that secret. */
export const pairRequest = v.variant('step', [
  v.strictObject({ step: v.literal('code'), code: pairingCode }),
  v.strictObject({
    step: v.literal('key'),
    secret: v.pipe(base64url, v.length(22)),
    publicKey: publicJwk,
    name: filledLine(60),
    app: filledLine(80),
  }),
]);
export const pairCodeAnswer = v.object({ secret: v.string(), practiceName: v.string() });
export const pairKeyAnswer = v.object({
  device: id,
  practice: v.object({ id, name: v.string(), phone: v.string() }),
  receiveKey: publicJwk,
  receiptKey: publicJwk,
  time: isoTime,
});
export type PairAnswer = v.InferOutput<typeof pairKeyAnswer>;

export const pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
export const unlockRequest = v.strictObject({ staff: id, pin });
/** The vault key: 32 bytes. */
export const unlockAnswer = v.object({ vaultKey: v.pipe(base64url, v.length(43)) });

export const deviceInvitation = v.object({
  id,
  patient: id,
  /** Who belongs together: the next in line after this patient. */
  household: id,
  seq: count,
  state: v.picklist(INVITATION_STATES),
  method: v.picklist(METHODS),
  name: nameSchema,
  birthDate: isoDate,
  language: languageTag,
  recordNumber: v.nullable(v.string()),
  practitionerName: v.string(),
  formHash: sha256Hex,
  createdAt: isoTime,
  addedBy: v.string(),
  /** The tablet that has this patient in hand just now, as the practice last heard. */
  holder: v.optional(v.nullable(v.object({ device: id, name: v.string() }))),
  /** Whom the practice recorded as legal representatives. A server of an older version does not tell. */
  representatives: v.optional(v.array(v.object({ id, name: nameSchema, relationship: v.string() }))),
});
export type DeviceInvitation = v.InferOutput<typeof deviceInvitation>;

export const staffOnTablet = v.object({ id, name: v.string(), pinVersion: count });
export type StaffOnTablet = v.InferOutput<typeof staffOnTablet>;

export const changesAnswer = v.object({
  practice: v.object({ name: v.string(), phone: v.string() }),
  /** The form that new invitations are made with. */
  form: sha256Hex,
  practitioners: v.array(v.object({ id, name: v.string() })),
  settings: v.object({ method: v.picklist(METHODS), zone: v.string() }),
  staff: v.array(staffOnTablet),
  forms: v.array(v.object({ hash: sha256Hex, form: formSchema })),
  invitations: v.array(deviceInvitation),
  /** Invitations that this tablet has no business with any more. */
  gone: v.array(id),
  next: count,
  more: v.boolean(),
  /** How often the console unlocked this tablet: a higher number than the tablet knows clears its wrong PINs. */
  unlocks: count,
  time: isoTime,
});
export type ChangesAnswer = v.InferOutput<typeof changesAnswer>;

export const MOST_ENVELOPES = 50;
export const envelopesRequest = v.strictObject({
  /** Read one by one on the server: an unreadable one never holds up the rest. */
  envelopes: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_ENVELOPES)),
  /** For the console's picture of this tablet. */
  waiting: count,
  oldest: v.nullable(isoTime),
  app: line(80),
});
export type EnvelopesRequest = v.InferOutput<typeof envelopesRequest>;

export const envelopeResult = v.variant('status', [
  v.object({
    id: v.string(),
    status: v.literal('stored'),
    receipt: v.string(),
    /** The account exists. */ enrolled: v.boolean(),
  }),
  v.object({ id: v.string(), status: v.literal('refused'), http: v.number(), code: v.string() }),
]);
export type EnvelopeResult = v.InferOutput<typeof envelopeResult>;
export const envelopesAnswer = v.object({ results: v.array(envelopeResult), time: isoTime });

/** What a tablet tells of itself with each look for changes. */
export type TabletReport = { app: string; waiting: number; oldest: string | null; persisted: boolean | null };
