import sharp, { type Sharp } from 'sharp';

/** A page as it is looked at: grey, one byte a pixel, row by row, with square pixels. */
export type GreyPage = { data: Uint8Array; width: number; height: number };

/** Pixels that one page may have: A4 at 600 dpi has 35 million. More is a mistake, or is meant to do harm. */
export const MOST_PIXELS = 60_000_000;
/** Pixels of the longer side: a fax of a letter has up to 2340, and stays black and white below this. */
export const LONG_SIDE = 2_400;

export function fromGrey({ data, width, height }: GreyPage): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } });
}

export async function toGrey(image: Sharp): Promise<GreyPage> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A page as it is kept and shown. What is black and white stays so, which is small; all else becomes a JPEG. */
export async function pictureOf(page: GreyPage): Promise<Uint8Array> {
  const image = fromGrey(page);
  const bytes = page.data.every((value) => value === 0 || value === 255)
    ? await image.png({ palette: true, colours: 2, compressionLevel: 9 }).toBuffer()
    : await image.jpeg({ quality: 72 }).toBuffer();
  return new Uint8Array(bytes);
}

/** The share of a page that is dark, from 0 to 1. */
export function darkShare({ data }: GreyPage): number {
  let dark = 0;
  for (const value of data) if (value < 128) dark += 1;
  return dark / Math.max(1, data.length);
}
