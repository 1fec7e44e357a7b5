import { fileTypeFromBuffer } from 'file-type';
import type { ScanTrouble } from '../../src/contract/scansApi.ts';

/** The files that can hold scanned pages. */
export type ScanKind = 'pdf' | 'tiff' | 'jpeg' | 'png';

/** Bytes. A fax of two hundred pages has 10 MB; colour scans of a stack have more. */
export const LARGEST_SCAN = 40 * 1024 * 1024;

const kinds: Record<string, ScanKind> = {
  'application/pdf': 'pdf',
  'image/tiff': 'tiff',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
};

/** What a file is by its content: its name says nothing that can be relied on. */
export async function scanKind(bytes: Uint8Array): Promise<{ kind: ScanKind } | { trouble: ScanTrouble }> {
  if (bytes.length === 0) return { trouble: 'scan-empty' };
  if (bytes.length > LARGEST_SCAN) return { trouble: 'scan-too-large' };
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  const kind = kinds[mime];
  if (kind) return { kind };
  return { trouble: /^image\/(heic|heif|avif)/.test(mime) ? 'scan-heic' : 'scan-wrong-kind' };
}
