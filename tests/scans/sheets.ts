import PDFDocument from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { newId } from '../../src/contract/newId.ts';
import type { SignatureBox } from '../../src/domain/paperForm.ts';
import { paperForms, type PaperFormInput } from '../../server/documents/paperForm.ts';
import { signatureBoxes } from '../../server/documents/paperPlaces.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { openScan } from '../../server/scans/openScan.ts';
import { fromGrey, toGrey, type GreyPage } from '../../server/scans/greyPage.ts';
import { hashOfForm } from '../harness/builders.ts';

/** Sheets of our own forms, what pens do to them, and what scanners and fax machines make of them. */

export type Sheet = GreyPage & { invitation: string; page: number; pages: number };

export function aFormToPrint(wishes: Partial<PaperFormInput> & { patient?: string } = {}): PaperFormInput {
  const { patient = 'Margaret Whitfield', ...rest } = wishes;
  const practice = { name: 'Palmetto Family Medicine', phone: '+18135550100' };
  return {
    invitation: newId(),
    form: currentForm,
    formHash: hashOfForm,
    language: 'en',
    fills: {
      patient,
      practice: practice.name,
      practicePhone: practice.phone,
      practitioner: 'Dr. Ana Ruiz',
      programme: currentForm.programme,
    },
    practice,
    madeAt: '2026-03-09T15:14:51.000Z',
    ...rest,
  };
}

/** The printed pages of a form, at 200 dots an inch. */
export async function printed(input: PaperFormInput): Promise<Sheet[]> {
  return sheetsOf((await paperForms([input])).bytes, input.invitation);
}

/** The pages of a form that was printed, as `printed` gives them. */
export async function sheetsOf(bytes: Uint8Array, invitation: string): Promise<Sheet[]> {
  const opened = await openScan(bytes, 'pdf');
  if (!opened.ok) throw new Error(opened.trouble);
  const { scan } = opened;
  const sheets: Sheet[] = [];
  for (let place = 0; place < scan.pages; place++) {
    const page = await toGrey(fromGrey(await scan.page(place)).resize(1_700, 2_200, { fit: 'fill' }));
    sheets.push({ ...page, invitation, page: place + 1, pages: scan.pages });
  }
  scan.close();
  return sheets;
}

const pens = {
  /** A signature that runs across the box, in 1 point ink. */
  name: 'M10,55 c20,-60 40,-40 20,5 c-5,20 20,-30 35,-25 c15,5 -10,30 10,22 c20,-8 15,-25 35,-20 c10,4 -5,24 15,18 c30,-9 40,-30 60,-10 c10,12 60,-4 90,-8',
  /** An X as somebody makes who can't write. */
  mark: 'M30,30 l26,30 m0,-30 l-26,30',
};

/** The sheet with something written into a box; as it is, where the box is on another page. */
export async function inked(sheet: Sheet, who: SignatureBox, pen: keyof typeof pens = 'name'): Promise<Sheet> {
  const box = signatureBoxes(sheet.pages).find((one) => one.who === who && one.page === sheet.page);
  if (!box) return sheet;
  const ink = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 612 792">
    <g transform="translate(${box.x + 20} ${box.y + box.height / 2 - 45})"><path d="${pens[pen]}" fill="none" stroke="#223" stroke-width="1.2"/></g></svg>`;
  const page = await toGrey(fromGrey(sheet).composite([{ input: Buffer.from(ink) }]));
  return { ...sheet, ...page };
}

export async function signedForm(input: PaperFormInput, who: SignatureBox = 'patient'): Promise<Sheet[]> {
  return Promise.all((await printed(input)).map((sheet) => inked(sheet, who)));
}

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Spoiling = {
  /** Degrees, clockwise, beside the quarter turns. */
  skew?: number;
  quarters?: number;
  /** Dots an inch. */
  dpi?: number;
  /** Dots an inch down the page, where they are others. */
  down?: number;
  /** The share of dots that dust and bad lines turn over. */
  dust?: number;
  /** Standard deviation of the grey of a bad scanner. */
  grain?: number;
  /** Black and white, at this grey. */
  threshold?: number;
  blur?: number;
  /** Grey of a bad copy: 0.5 is half the contrast. */
  contrast?: number;
};

/** A sheet as it comes out of a scanner or a fax machine. */
export async function spoiled(sheet: GreyPage, how: Spoiling, random: () => number): Promise<GreyPage> {
  const { skew = 0, quarters = 0, dpi = 200, down = dpi } = how;
  let page = sheet;
  if (skew !== 0) page = await skewed(page, skew);
  const step = async (change: (image: Sharp) => Sharp): Promise<void> => {
    page = await toGrey(change(fromGrey(page)));
  };
  if (quarters !== 0) await step((image) => image.rotate(quarters * 90));
  if (how.blur !== undefined) await step((image) => image.blur(how.blur));
  if (dpi !== 200 || down !== 200)
    await step((image) =>
      image.resize(Math.round((page.width * dpi) / 200), Math.round((page.height * down) / 200), { fit: 'fill' }),
    );
  if (how.contrast !== undefined)
    await step((image) => image.linear(how.contrast, 255 * (1 - (how.contrast ?? 1)) * 0.8));
  if (how.grain !== undefined) page = grained(page, how.grain, random);
  if (how.threshold !== undefined) await step((image) => image.threshold(Math.round(how.threshold ?? 128)));
  return how.dust === undefined ? page : dusty(page, how.dust, random);
}

/** On the same sheet of paper: what is turned out of it is cut off, as a scanner does. */
async function skewed(page: GreyPage, degrees: number): Promise<GreyPage> {
  const { width, height } = page;
  const turned = await toGrey(fromGrey(page).rotate(degrees, { background: '#ffffff' }));
  const [left, top] = [Math.floor((turned.width - width) / 2), Math.floor((turned.height - height) / 2)];
  return toGrey(fromGrey(turned).extract({ left: Math.max(0, left), top: Math.max(0, top), width, height }));
}

function grained(page: GreyPage, deviation: number, random: () => number): GreyPage {
  const data = page.data.map((value) => {
    const normal = random() + random() + random() + random() - 2;
    return Math.max(0, Math.min(255, value + normal * 1.73 * deviation));
  });
  return { ...page, data };
}

function dusty(page: GreyPage, share: number, random: () => number): GreyPage {
  const data = page.data.slice();
  for (let speck = 0; speck < data.length * share; speck++) {
    const at = Math.floor(random() * data.length);
    data[at] = (data[at] ?? 0) < 128 ? 255 : 0;
  }
  return { ...page, data };
}

/** Sheets as files. */

export async function asPdf(pages: readonly GreyPage[], kind: 'jpeg' | 'png' = 'jpeg'): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (const page of pages) {
    const image = fromGrey(page);
    const size: [number, number] = page.width > page.height ? [792, 612] : [612, 792];
    pdf.addPage({ size });
    pdf.image(await (kind === 'jpeg' ? image.jpeg({ quality: 60 }) : image.png()).toBuffer(), 0, 0, {
      width: size[0],
      height: size[1],
    });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** A TIFF of several pages in Group 4, as fax servers make. All pages are as large as the first. */
export async function asFax(pages: readonly GreyPage[], dpi = 200, down = dpi): Promise<Uint8Array> {
  const [first] = pages;
  if (!first) throw new Error('a fax without pages');
  const { width, height } = first;
  const fitted = await Promise.all(
    pages.map(async (page) =>
      page.width === width && page.height === height
        ? page
        : toGrey(fromGrey(page).resize(width, height, { fit: 'contain', background: '#ffffff' })),
    ),
  );
  const stack = Buffer.concat(fitted.map((page) => page.data));
  const bytes = await sharp(stack, { raw: { width, height: height * pages.length, channels: 1, pageHeight: height } })
    .threshold(128)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: dpi / 25.4, yres: down / 25.4 })
    .toBuffer();
  return new Uint8Array(bytes);
}

export async function asJpeg(page: GreyPage, quality = 80): Promise<Uint8Array> {
  return new Uint8Array(await fromGrey(page).jpeg({ quality }).toBuffer());
}

export async function asPng(page: GreyPage): Promise<Uint8Array> {
  return new Uint8Array(await fromGrey(page).png().toBuffer());
}
