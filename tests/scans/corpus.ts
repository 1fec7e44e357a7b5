import type { PageOfForm } from '../../src/domain/pageCode.ts';
import { openScan } from '../../server/scans/openScan.ts';
import { fromGrey, toGrey, type GreyPage } from '../../server/scans/greyPage.ts';
import { readPage, type ReadPage } from '../../server/scans/readPage.ts';
import { scanKind } from '../../server/scans/scanKind.ts';
import { aFormToPrint, asFax, asJpeg, asPdf, asPng, chance, inked, printed, spoiled, type Sheet } from './sheets.ts';

/**
 * Scans as a practice gets them, made from our own forms: good ones, bad ones, and what does not belong. The same seed
 * makes the same files. What is read of each page is held against what the page is.
 */

/** What a page is: one of ours, or nobody's here. */
type Truth = { invitation: string; page: number } | undefined;
export type CorpusFile = {
  recipe: string;
  bytes: Uint8Array;
  truth: Truth[];
  /** Nothing was done to it that a good scanner doesn't: all of it must be found. */
  clean: boolean;
};

type Random = () => number;
type Made = { sheets: readonly Page[]; bytes: Uint8Array; clean?: boolean };
type Page = GreyPage & { truth: Truth };
type Recipe = (stock: Stock, random: Random) => Promise<Made>;
/** Signed forms of patients, and one of a patient of another practice. */
export type Stock = { forms: Page[][]; foreign: Page[] };

export async function aStock(patients: number): Promise<Stock> {
  const names = ['Margaret Whitfield', 'María-José Peña', 'Nguyễn', 'Siobhán O’Malley-D’Angelo', 'Robert Ashby Jr.'];
  const signed = async (patient: string, language: string): Promise<Sheet[]> =>
    Promise.all((await printed(aFormToPrint({ patient, language }))).map((sheet) => inked(sheet, 'patient')));
  const forms: Page[][] = [];
  for (let patient = 0; patient < patients; patient++) {
    const sheets = await signed(names[patient % names.length] ?? '', patient % 2 === 0 ? 'en' : 'es');
    forms.push(sheets.map((sheet) => ({ ...sheet, truth: { invitation: sheet.invitation, page: sheet.page } })));
  }
  const foreign = (await printed(aFormToPrint({ patient: 'Somebody Else' }))).map((sheet) => ({
    ...sheet,
    truth: undefined,
  }));
  return { forms, foreign };
}

const pick = <T>(all: readonly T[], random: Random): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const between = (random: Random, from: number, to: number): number => from + (to - from) * random();
const some = (stock: Stock, random: Random, most: number): Page[] => {
  const form = pick(stock.forms, random);
  const from = Math.floor(random() * (form.length - 1));
  return form.slice(from, from + 1 + Math.floor(random() * most));
};
const all = (pages: readonly Page[], how: Parameters<typeof spoiled>[1], random: Random): Promise<Page[]> =>
  Promise.all(pages.map(async (page) => ({ ...page, ...(await spoiled(page, how, random)) })));
function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Something drawn over a page: points of a page of 612 by 792. */
async function over(page: Page, drawing: string): Promise<Page> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" viewBox="0 0 612 792" preserveAspectRatio="none">${drawing}</svg>`;
  return { ...page, ...(await toGrey(fromGrey(page).composite([{ input: Buffer.from(svg) }]))) };
}

const recipes: Record<string, Recipe> = {
  async 'a good PDF'(stock, random) {
    const sheets = some(stock, random, 3);
    return { sheets, bytes: await asPdf(sheets), clean: true };
  },
  async 'turned by quarters'(stock, random) {
    const sheets = await all(some(stock, random, 2), { quarters: 1 + Math.floor(random() * 3), dpi: 150 }, random);
    return { sheets, bytes: await asPdf(sheets, 'png'), clean: true };
  },
  async 'crooked, as a PNG'(stock, random) {
    const [sheet] = await all(some(stock, random, 1), { skew: between(random, -9, 9) }, random);
    return { sheets: sheet ? [sheet] : [], bytes: await asPng(sheet as Page) };
  },
  async 'a fax in fine mode'(stock, random) {
    const how = { skew: between(random, -1.5, 1.5), dpi: 204, down: 196, threshold: between(random, 110, 170) };
    const sheets = await all(some(stock, random, 3), how, random);
    return { sheets, bytes: await asFax(sheets, 204, 196), clean: true };
  },
  async 'a fax in standard mode'(stock, random) {
    const how = { skew: between(random, -1.5, 1.5), dpi: 204, down: 98, threshold: between(random, 110, 170) };
    const sheets = await all(some(stock, random, 3), how, random);
    return { sheets, bytes: await asFax(sheets, 204, 98) };
  },
  async 'a fax at 100 dots an inch'(stock, random) {
    const how = { skew: between(random, -3, 3), dpi: 100, threshold: between(random, 120, 175), dust: 0.002 };
    const sheets = await all(some(stock, random, 3), how, random);
    return { sheets, bytes: await asFax(sheets, 100) };
  },
  async 'upside down by fax, with dust'(stock, random) {
    const how = { quarters: 2, skew: between(random, -2, 2), dpi: 150, threshold: 150, dust: between(random, 0, 0.01) };
    const sheets = await all(some(stock, random, 2), how, random);
    return { sheets, bytes: await asFax(sheets, 150) };
  },
  async 'a JPEG pressed too hard'(stock, random) {
    const [sheet] = await all(some(stock, random, 1), { dpi: pick([100, 150, 200], random) }, random);
    return { sheets: sheet ? [sheet] : [], bytes: await asJpeg(sheet as Page, Math.round(between(random, 8, 25))) };
  },
  async 'grainy and pale'(stock, random) {
    const how = { grain: between(random, 15, 40), contrast: between(random, 0.35, 0.7), skew: between(random, -4, 4) };
    const sheets = await all(some(stock, random, 1), how, random);
    return { sheets, bytes: await asPdf(sheets) };
  },
  async 'out of focus'(stock, random) {
    const how = { blur: between(random, 1, 3.5), dpi: 150, grain: 8 };
    const [sheet] = await all(some(stock, random, 1), how, random);
    return { sheets: sheet ? [sheet] : [], bytes: await asJpeg(sheet as Page) };
  },
  async 'copied too dark or too light'(stock, random) {
    const how = { blur: 0.8, threshold: pick([60, 80, 225, 240], random), dpi: pick([150, 200], random) };
    const sheets = await all(some(stock, random, 2), how, random);
    return { sheets, bytes: await asFax(sheets, how.dpi) };
  },
  async 'many patients in mixed order'(stock, random) {
    const mixed = shuffled(stock.forms.flat(), random).slice(0, 6);
    const sheets = await all(mixed, { dpi: 150, skew: between(random, -1, 1) }, random);
    return { sheets, bytes: await asPdf(sheets), clean: true };
  },
  async 'a page missing, another twice'(stock, random) {
    const form = pick(stock.forms, random);
    const gone = Math.floor(random() * form.length);
    const twice = pick(form, random);
    const kept = [...form.toSpliced(gone, 1), twice].slice(-4);
    const sheets = await all(kept, { dpi: 150 }, random);
    return { sheets, bytes: await asFax(sheets, 150), clean: true };
  },
  async 'with pages of another practice, and blank ones'(stock, random) {
    const blank: Page = { ...pick(stock.foreign, random), truth: undefined };
    const white = { ...blank, data: blank.data.map(() => 253) };
    const sheets = shuffled([...some(stock, random, 1), pick(stock.foreign, random), white], random);
    return { sheets, bytes: await asPdf(sheets) };
  },
  async 'something else altogether'(stock, random) {
    const letter = await over(
      { ...pick(stock.foreign, random), truth: undefined },
      '<rect width="612" height="140" fill="#fff"/>',
    );
    return { sheets: [letter], bytes: await asPdf([letter]) };
  },
  async 'the code written over'(stock, random) {
    const [sheet] = some(stock, random, 1);
    const line = Array.from({ length: 4 }, () => `L${between(random, 440, 535)},${between(random, 28, 118)}`).join(' ');
    const drawn = await over(
      sheet as Page,
      `<path d="M440,30 ${line}" stroke="#114" stroke-width="${between(random, 1, 5)}" fill="none"/>`,
    );
    return { sheets: [drawn], bytes: await asJpeg(drawn) };
  },
  async 'the corner with the code torn off'(stock, random) {
    const [sheet] = some(stock, random, 1);
    const deep = between(random, 60, 150);
    const torn = await over(
      sheet as Page,
      `<path d="M${612 - deep * 1.6},0 L612,0 L612,${deep * 1.3} z" fill="#fff"/>`,
    );
    return { sheets: [torn], bytes: await asPdf([torn]) };
  },
  async 'streaks of a fax'(stock, random) {
    const streaks = Array.from({ length: 4 }, () => {
      const x = between(random, 20, 600);
      return `<path d="M${x},0 V792" stroke="#000" stroke-width="${between(random, 0.4, 1.6)}"/>`;
    }).join('');
    const sheets = await Promise.all(some(stock, random, 2).map((sheet) => over(sheet, streaks)));
    const faxed = await all(sheets, { dpi: 204, down: 196, threshold: 140 }, random);
    return { sheets: faxed, bytes: await asFax(faxed, 204, 196) };
  },
  async 'a picture taken with a camera'(stock, random) {
    const [sheet] = some(stock, random, 1);
    const page = sheet as Page;
    const shear = between(random, -0.06, 0.06);
    const leant = await toGrey(
      fromGrey(page).affine([1, shear, between(random, -0.04, 0.04), between(random, 0.93, 1.05)], {
        background: '#777777',
      }),
    );
    const shade =
      '<defs><linearGradient id="g"><stop offset="0" stop-opacity=".45"/><stop offset="1" stop-opacity="0"/></linearGradient></defs><rect width="612" height="792" fill="url(#g)"/>';
    const shaded = await over({ ...leant, truth: page.truth }, shade);
    const [shot] = await all([shaded], { skew: between(random, -6, 6), dpi: 180, blur: 0.7, grain: 6 }, random);
    return { sheets: [shot as Page], bytes: await asJpeg(shot as Page, 70) };
  },
};

export async function* corpus(stock: Stock, files: number, seed: number): AsyncGenerator<CorpusFile> {
  const random = chance(seed);
  const named = Object.entries(recipes);
  for (let file = 0; file < files; file++) {
    const [recipe, make] = named[file % named.length] ?? [];
    if (!recipe || !make) return;
    const { sheets, bytes, clean = false } = await make(stock, random);
    yield { recipe, bytes, truth: sheets.map(({ truth }) => truth), clean };
  }
}

/** What became of pages: those with a code of ours, and those that nobody here may be given. */
export type Tally = {
  files: number;
  pages: number;
  ours: number;
  right: number;
  wrong: number;
  inked: number;
  signed: number;
};
export const nothing: Tally = { files: 0, pages: 0, ours: 0, right: 0, wrong: 0, inked: 0, signed: 0 };

/** Reads a file as the server does, and counts. `known` are the practice's invitations. */
export async function tallied({ bytes, truth }: CorpusFile, known: ReadonlySet<string>): Promise<Tally> {
  const found = await scanKind(bytes);
  if ('trouble' in found) throw new Error(found.trouble);
  const opened = await openScan(bytes, found.kind);
  if (!opened.ok) throw new Error(opened.trouble);
  const { scan } = opened;
  if (scan.pages !== truth.length) throw new Error(`${scan.pages} pages instead of ${truth.length}`);
  const tally = { ...nothing, files: 1, pages: scan.pages };
  for (let place = 0; place < scan.pages; place++) {
    const read = await readPage(await scan.page(place));
    const is = truth[place];
    const matched = matchOf(read, known);
    if (is) tally.ours += 1;
    if (matched && is && matched.invitation === is.invitation && matched.page === is.page) tally.right += 1;
    else if (matched) tally.wrong += 1;
    if (read.ink.patient === undefined) continue;
    tally.inked += 1;
    if (read.ink.patient === 'ink') tally.signed += 1;
  }
  scan.close();
  return tally;
}

function matchOf({ codes, whole }: ReadPage, known: ReadonlySet<string>): PageOfForm | undefined {
  const [code, other] = codes;
  return code && !other && whole && known.has(code.invitation) ? code : undefined;
}

export function sum(a: Tally, b: Tally): Tally {
  const keys = Object.keys(a) as (keyof Tally)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as Tally;
}
