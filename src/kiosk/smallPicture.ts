import { LARGEST_PICTURE } from '../contract/scanEvidence.ts';
import type { Bytes } from '../contract/bytes.ts';

/** Pixels of the longer side: 200 dots an inch on a letter, which is what the code and the writing need. */
const LONG_SIDE = 2_200;
/** Tried in order until the picture is small enough to be sealed. */
const TRIES = [
  { side: LONG_SIDE, quality: 0.75 },
  { side: LONG_SIDE, quality: 0.55 },
  { side: 1_900, quality: 0.5 },
  { side: 1_600, quality: 0.45 },
  { side: 1_300, quality: 0.4 },
];

/** A camera's picture in the size that travels; undefined where this browser can't read it. */
export async function smallPicture(file: Blob): Promise<Bytes | undefined> {
  let whole: ImageBitmap;
  try {
    whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
  try {
    for (const { side, quality } of TRIES) {
      const bytes = await drawn(whole, Math.min(1, side / Math.max(whole.width, whole.height)), quality);
      if (bytes && bytes.length <= LARGEST_PICTURE) return bytes;
    }
    return undefined;
  } finally {
    whole.close();
  }
}

async function drawn(whole: ImageBitmap, scale: number, quality: number): Promise<Bytes | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(whole.width * scale));
  canvas.height = Math.max(1, Math.round(whole.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/jpeg', quality));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
