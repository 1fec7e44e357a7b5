import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Small things locked with AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag. `label` binds a box to its place. */

const nonceLength = 12;
const tagLength = 16;

export function lockBox(key: Uint8Array, plain: Uint8Array, label: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key or the label is another, or a bit has changed. */
export function openBox(key: Uint8Array, box: Uint8Array, label: string): Buffer {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength)).setAAD(Buffer.from(label));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength, bytes.length - tagLength)), decipher.final()]);
}
