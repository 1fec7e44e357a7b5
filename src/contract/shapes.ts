import * as v from 'valibot';

/** Small shapes that many messages share. */

export const id = v.pipe(v.string(), v.uuid());
export const isoTime = v.pipe(v.string(), v.isoTimestamp());
export const isoDate = v.pipe(v.string(), v.isoDate());
export const sha256Hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(35));
/** A line of text for people: control characters are no part of it. */
export const line = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(longest), v.regex(/^\P{Cc}*$/u, 'has characters that cannot be printed'));
export const filledLine = (longest: number) => v.pipe(line(longest), v.minLength(1));
/** Free words: line breaks and tabs allowed. */
export const words = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Free words that the database keeps as text: PostgreSQL has no place for U+0000. */
export const note = (longest: number) =>
  v.pipe(words(longest), v.excludes('\u0000', 'has characters that cannot be printed'));

/** A public P-256 key as a JSON Web Key (RFC 7517) with nothing private in it. */
export const publicJwk = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.pipe(base64url, v.length(43)),
  y: v.pipe(base64url, v.length(43)),
});
export type PublicJwk = v.InferOutput<typeof publicJwk>;
