import * as v from 'valibot';
import { METHODS } from '../domain/invitation.ts';
import { STOPPED_BY } from './invitationsApi.ts';
import { base64url, filledLine, id, isoDate, isoTime, languageTag, line, note } from './shapes.ts';
import { LONGEST_PASSWORD, newPassword } from './staffApi.ts';

/** The doors of a member's own pages: a `__Host-` cookie of their own, same origin only. */

const practice = v.object({ name: v.string(), phone: v.string() });

/** As typed: capitals don't matter, nor blanks around it. */
export const handleTyped = v.pipe(line(254), v.toLowerCase());
/** As printed or as typed: in capitals, without what stands between the groups, and as the letters were meant (Crockford). */
export const codeTyped = v.pipe(
  line(40),
  v.toUpperCase(),
  v.transform((text) =>
    text
      .replace(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1'),
  ),
);
/** What opens an account the first time: the token of a link, or a name and the code on a slip. */
const key = v.union([
  v.strictObject({ token: v.pipe(base64url, v.length(43)) }),
  v.strictObject({ handle: handleTyped, code: codeTyped }),
]);

export const activationRequest = v.strictObject({ key });
export const ACTIVATION_ENDS = ['used', 'replaced', 'expired'] as const;
export type ActivationEnd = (typeof ACTIVATION_ENDS)[number];
export const activationAnswer = v.variant('state', [
  v.object({
    state: v.literal('open'),
    practice,
    language: languageTag,
    greeting: v.string(),
    /** The name to sign in by from now on. */
    handle: v.string(),
    /** The member's first name, where somebody else acts for them. */
    actsFor: v.nullable(v.string()),
  }),
  v.object({ state: v.literal('over'), practice, language: languageTag, why: v.picklist(ACTIVATION_ENDS) }),
]);
export type ActivationAnswer = v.InferOutput<typeof activationAnswer>;
export const activateRequest = v.strictObject({ key, password: newPassword });

export const memberLoginRequest = v.strictObject({
  handle: handleTyped,
  password: v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD)),
});
/** Whoever forgot the password, or never got the mail. The answer never says whether there is such an account. */
export const forgotRequest = v.strictObject({ handle: handleTyped });

const memberDocument = v.object({ id, kind: v.string(), createdAt: isoTime });
const stopped = v.object({
  askedAt: isoTime,
  effectiveOn: isoDate,
  by: v.picklist(STOPPED_BY),
  /** Whether the last day is over. */
  ended: v.boolean(),
});
const agreement = v.object({
  invitation: id,
  signedAt: isoTime,
  method: v.picklist([...METHODS, 'verbal']),
  /** In each language of the form: its title, and what was agreed in four lines. */
  texts: v.record(languageTag, v.object({ title: v.string(), lines: v.array(v.string()) })),
  /** The language that was read when it was signed. */
  language: languageTag,
  documents: v.array(memberDocument),
  documentsPending: v.boolean(),
  stop: v.nullable(stopped),
  /** The last day, if it were stopped now. */
  wouldEndOn: isoDate,
});
export type MemberAgreement = v.InferOutput<typeof agreement>;
export const memberAnswer = v.object({
  practice: v.object({ ...practice.entries, zone: v.string() }),
  greeting: v.string(),
  /** The member's full name. */
  member: v.string(),
  /** The full name of who acts for them; null where the member is here. */
  actor: v.nullable(v.string()),
  handle: v.string(),
  /** Whether what is decided here is confirmed by mail. */
  byMail: v.boolean(),
  language: languageTag,
  passkeys: v.array(v.object({ id: v.string(), createdAt: isoTime, usedAt: v.nullable(isoTime) })),
  agreements: v.array(agreement),
});
export type MemberAnswer = v.InferOutput<typeof memberAnswer>;

export const memberLanguageRequest = v.strictObject({ language: languageTag });
export const memberPasswordRequest = v.strictObject({
  present: v.pipe(v.string(), v.maxLength(LONGEST_PASSWORD)),
  password: newPassword,
});
/** What the browser's own dialogue answered: the server's library reads it (WebAuthn, `toJSON`). */
export const passkeyRequest = v.strictObject({
  response: v.looseObject({ id: v.pipe(base64url, v.minLength(1), v.maxLength(1_400)) }),
});
/** Options for that dialogue, as the library writes them. */
export const passkeyOptions = v.looseObject({ challenge: base64url });
export type PasskeyOptions = v.InferOutput<typeof passkeyOptions>;

/** `effectiveOn` is the day that the member was shown: another is not decided behind their back. */
export const stopRequest = v.strictObject({ invitation: id, effectiveOn: isoDate, reason: note(1_000) });
export const staffStopRequest = v.strictObject({ effectiveOn: isoDate, reason: filledLine(500) });

/** Who is given a code: the member, or the caregiver with this id. */
export const activationFor = v.strictObject({ holder: v.union([v.literal('member'), id]) });
