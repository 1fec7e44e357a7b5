import * as v from 'valibot';
import { deviceInvitation } from './deviceApi.ts';
import { formSchema } from './form.ts';
import { base64url, count, filledLine, id, isoDate, isoTime, languageTag, publicJwk, sha256Hex } from './shapes.ts';

/** How a patient's own browser is called in rows: screens and documents have words for it. */
export const OWN_DEVICE = 'own-device';

/**
 * The doors of a link that a patient was mailed. Each request carries a proof by the browser's own key (RFC 9449), so that
 * a link that was opened is of no use in another browser.
 */

/** 256 bits. */
const token = v.pipe(base64url, v.length(43));
export const linkRequest = v.strictObject({ token });

/** What has become of a link that can't be opened. */
export const LINK_ENDS = ['expired', 'replaced', 'answered', 'changed', 'locked', 'elsewhere'] as const;
export type LinkEnd = (typeof LINK_ENDS)[number];

const practice = v.object({ name: v.string(), phone: v.string() });

/** Before the birth date nothing is told but the first name and who asks. */
export const linkAnswer = v.variant('state', [
  v.object({ state: v.literal('open'), practice, greeting: v.string(), language: languageTag, left: count }),
  v.object({ state: v.literal('over'), why: v.picklist(LINK_ENDS), practice, language: languageTag }),
]);
export type LinkAnswer = v.InferOutput<typeof linkAnswer>;

export const beginRequest = v.strictObject({ token, birthDate: isoDate, publicKey: publicJwk, app: filledLine(80) });

/** All that the patient's browser needs to read, sign and seal without a network. */
export const beginAnswer = v.variant('is', [
  v.object({
    is: v.literal('right'),
    device: id,
    /** Who invited. */
    staff: id,
    practice: v.object({ id, ...practice.entries }),
    receiveKey: publicJwk,
    receiptKey: publicJwk,
    invitation: deviceInvitation,
    form: formSchema,
    formHash: sha256Hex,
    time: isoTime,
  }),
  v.object({ is: v.literal('wrong'), left: count }),
  v.object({ is: v.literal('over'), why: v.picklist(LINK_ENDS) }),
]);
export type BeginAnswer = v.InferOutput<typeof beginAnswer>;

/** A new mail goes to the address that the practice has; it is not told here. */
export const mailAgainAnswer = v.object({ sent: v.boolean() });
