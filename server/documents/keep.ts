import { createHash } from 'node:crypto';
import { newId } from '../../src/contract/newId.ts';
import { lockBox, openBox } from '../keys/box.ts';
import { addDocument } from '../store/documents.ts';
import type { Scope } from '../store/scope.ts';

/** Keeps a document under the practice's data key; its hash is that of the document itself. Answers whether it is new. */
export async function keepDocument(
  scope: Scope,
  dataKey: Uint8Array,
  document: { invitation: string; envelope: string; kind: string; bytes: Uint8Array; at: string },
): Promise<boolean> {
  const id = newId();
  return addDocument(scope, {
    id,
    invitation_id: document.invitation,
    envelope_id: document.envelope,
    kind: document.kind,
    content: lockBox(dataKey, document.bytes, `document:${id}`),
    sha256: createHash('sha256').update(document.bytes).digest('hex'),
    created_at: document.at,
  });
}

/** Throws when the bytes are not those that were kept. */
export function openDocument(
  dataKey: Uint8Array,
  row: { id: string; content: Uint8Array; sha256: string },
): Uint8Array {
  const bytes = openBox(dataKey, row.content, `document:${row.id}`);
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256)
    throw new Error(`document ${row.id} is not what was kept`);
  return bytes;
}
