import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type ResizeOptions, type Sharp } from 'sharp';
import type { ScanTrouble } from '../../src/contract/scansApi.ts';
import { LONG_SIDE, MOST_PIXELS, toGrey, type GreyPage } from './greyPage.ts';
import type { ScanKind } from './scanKind.ts';
import { tiffStretch } from './tiffResolution.ts';

/** Pages of one file: more are no patient's form, and would keep everybody else's waiting. */
const MOST_PAGES = 200;

export type OpenScan = { pages: number; page: (place: number) => Promise<GreyPage>; close: () => void };
export type Opened = { ok: true; scan: OpenScan } | { ok: false; trouble: ScanTrouble };

/** Opens a file for reading page by page: one page at a time is in memory. */
export async function openScan(bytes: Uint8Array, kind: ScanKind): Promise<Opened> {
  const opened = kind === 'pdf' ? await openPdf(bytes) : await openImage(bytes, kind);
  if (!opened.ok) return opened;
  if (opened.scan.pages <= MOST_PAGES) return opened;
  opened.scan.close();
  return { ok: false, trouble: 'scan-too-many-pages' };
}

let library: Promise<PDFiumLibrary> | undefined;

async function openPdf(bytes: Uint8Array): Promise<Opened> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  try {
    const document = await pdfium.loadDocument(bytes);
    return { ok: true, scan: { pages: document.getPageCount(), page, close: () => document.destroy() } };

    async function page(place: number): Promise<GreyPage> {
      const { originalWidth, originalHeight } = document.getPage(place).getOriginalSize();
      // Some scanners write a point for each pixel: the page's own measure says nothing of its resolution.
      const scale = LONG_SIDE / Math.max(originalWidth, originalHeight, 1);
      const { data, width, height } = await document
        .getPage(place)
        .render({ scale, colorSpace: 'Gray', renderFormFields: true, render: async (drawn) => drawn.data });
      return { data: new Uint8Array(data), width, height };
    }
  } catch (error) {
    const locked = error instanceof Error && /password/i.test(error.message);
    return { ok: false, trouble: locked ? 'scan-locked' : 'scan-unreadable' };
  }
}

async function openImage(bytes: Uint8Array, kind: ScanKind): Promise<Opened> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  try {
    const { pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { ok: false, trouble: 'scan-too-many-pixels' };
    const stretch = kind === 'tiff' ? tiffStretch(bytes) : [];
    return { ok: true, scan: { pages: kind === 'tiff' ? pages : 1, page, close: () => undefined } };

    async function page(place: number): Promise<GreyPage> {
      const image = sharp(bytes, { ...options, ...(kind === 'tiff' ? { page: place } : {}) });
      const size = await image.metadata();
      // The library turns and scales in one go only where the sides are not exchanged by it: it is done in two.
      const square = image.resize(squared(size, stretch[place] ?? 1));
      const { data, width: w, height: h } = await toGrey(square);
      if (kind !== 'jpeg' || (size.orientation ?? 1) === 1) return { data, width: w, height: h };
      return toGrey(turned(data, w, h, size.orientation ?? 1));
    }
  } catch {
    return { ok: false, trouble: 'scan-unreadable' };
  }
}

/** The size with square pixels, and no side longer than is looked at. Never enlarged but for that. */
function squared({ width, height }: { width: number; height: number }, stretch: number): ResizeOptions {
  const tall = stretch > 1 ? height * stretch : height;
  const wide = stretch < 1 ? width / stretch : width;
  const scale = Math.min(1, LONG_SIDE / Math.max(tall, wide));
  return {
    width: Math.max(1, Math.round(wide * scale)),
    height: Math.max(1, Math.round(tall * scale)),
    fit: 'fill',
    // Black and white stays black and white where nothing is lost by it.
    kernel: scale === 1 ? 'nearest' : 'lanczos3',
  };
}

/** A camera keeps the picture as its sensor saw it, and beside it how it was held (Exif 2.3, tag 274). */
function turned(data: Uint8Array, width: number, height: number, orientation: number): Sharp {
  const image = sharp(data, { raw: { width, height, channels: 1 } });
  const turns: Record<number, number> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
  const angle = turns[orientation] ?? 0;
  const mirrored = [2, 4, 5, 7].includes(orientation);
  return mirrored ? image.flop().rotate(angle) : image.rotate(angle);
}
