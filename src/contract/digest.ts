import canonicalize from 'canonicalize';
import type { FormVersion } from '../domain/form.ts';
import { toHex, utf8, type Bytes } from './bytes.ts';

/** Canonical JSON (RFC 8785): the same value gives the same bytes everywhere, so that its hash means something. */
export function canonicalBytes(value: unknown): Bytes {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return utf8(text);
}

/** SHA-256 as 64 lower-case hex digits. */
export async function sha256(bytes: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function digestOf(value: unknown): Promise<string> {
  return sha256(canonicalBytes(value));
}

/** The hash that names a form version for ever (invariant 6). */
export function formHash(form: FormVersion): Promise<string> {
  return digestOf(form);
}
