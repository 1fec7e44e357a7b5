import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { readPageCode, type PageOfForm } from '../../src/domain/pageCode.ts';
import { fromGrey, toGrey, type GreyPage } from './greyPage.ts';

/** A point in pixels from the upper left of a page's picture. */
export type Point = { x: number; y: number };
/** The corners of a code as it was printed: the first is its upper left, whichever way the page lies. */
export type Corners = { topLeft: Point; topRight: Point; bottomRight: Point; bottomLeft: Point };
export type FoundCode = { of: PageOfForm; corners: Corners };

let prepared = false;

/** The decoder lies beside its program: without this it would be fetched from the maker's servers (invariant 10). */
function prepare(): void {
  if (prepared) return;
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = new Uint8Array(readFileSync(file));
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } });
  prepared = true;
}

type Try = { scale?: number; blur?: number; median?: number; binarizer?: ReaderOptions['binarizer'] };

/** What helps a code that is not found at once, the likeliest first. A page without any code goes through them all. */
const TRIES: Try[] = [
  {},
  { binarizer: 'GlobalHistogram' },
  { blur: 1 },
  { scale: 2 },
  { median: 3 },
  { scale: 2, blur: 1.5 },
  { scale: 0.5 },
  { scale: 1.5, blur: 2, binarizer: 'GlobalHistogram' },
];

/**
 * Our codes on a page, each once. More than one means that the picture shows more than one sheet. Nothing counts but a
 * whole code with its own check sum: the decoder alone is not believed.
 */
export async function findCodes(page: GreyPage): Promise<FoundCode[]> {
  prepare();
  for (const attempt of TRIES) {
    const found = await tried(page, attempt);
    if (found.length > 0) return found;
  }
  return [];
}

async function tried(page: GreyPage, { scale = 1, blur, median, binarizer }: Try): Promise<FoundCode[]> {
  let seen = page;
  if (scale !== 1 || blur !== undefined || median !== undefined) {
    let image = fromGrey(page);
    if (median !== undefined) image = image.median(median);
    if (blur !== undefined) image = image.blur(blur);
    if (scale !== 1) image = image.resize(Math.round(page.width * scale));
    seen = await toGrey(image);
  }
  const symbols = await readBarcodes(asImageData(seen), {
    formats: ['QRCode'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: 8,
    ...(binarizer ? { binarizer } : {}),
  });
  const [across, down] = [page.width / seen.width, page.height / seen.height];
  const found = new Map<string, FoundCode>();
  for (const { text, position } of symbols) {
    const of = readPageCode(text);
    const back = ({ x, y }: Point): Point => ({ x: x * across, y: y * down });
    const { topLeft, topRight, bottomRight, bottomLeft } = position;
    const corners = {
      topLeft: back(topLeft),
      topRight: back(topRight),
      bottomRight: back(bottomRight),
      bottomLeft: back(bottomLeft),
    };
    if (of) found.set(text, { of, corners });
  }
  return [...found.values()];
}

function asImageData({ data, width, height }: GreyPage): ImageData {
  const rgba = new Uint8ClampedArray(width * height * 4);
  new Uint32Array(rgba.buffer).forEach((_, pixel, pixels) => {
    pixels[pixel] = 0xff000000 | ((data[pixel] ?? 255) * 0x010101);
  });
  return { data: rgba, width, height, colorSpace: 'srgb' };
}
