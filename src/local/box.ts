import { fromUtf8, randomBytes, utf8, type Bytes } from '../contract/bytes.ts';

/** A value under AES-256-GCM. `label` binds it to its place, so that boxes can't be swapped. */
export type Box = { iv: Bytes; bytes: Bytes };

export async function lockBytes(key: CryptoKey, plain: Bytes, label: string): Promise<Box> {
  const iv = randomBytes(12);
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(label) }, key, plain);
  return { iv, bytes: new Uint8Array(bytes) };
}

/** Undefined where the key or the label is another, or a bit has changed. */
export async function openBytes(key: CryptoKey, box: Box, label: string): Promise<Bytes | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: box.iv, additionalData: utf8(label) },
      key,
      box.bytes,
    );
    return new Uint8Array(plain);
  } catch {
    return undefined;
  }
}

export function lockValue(key: CryptoKey, value: unknown, label: string): Promise<Box> {
  return lockBytes(key, utf8(JSON.stringify(value)), label);
}

export async function openValue<T>(key: CryptoKey, box: Box, label: string): Promise<T | undefined> {
  const plain = await openBytes(key, box, label);
  return plain && (JSON.parse(fromUtf8(plain)) as T);
}

export function importBoxKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
