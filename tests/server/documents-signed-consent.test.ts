import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ccm from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import { checkCode } from '../../server/documents/checkCode.ts';
import { signedConsent } from '../../server/documents/signedConsent.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { aConsent, aDeclination, aDrawing, drawn, inputOf } from './documents.builders.ts';
import {
  checked,
  fontsOf,
  hasPoppler,
  hasQpdf,
  imagesOf,
  infoOf,
  metadataOf,
  pagesOf,
  pictureOf,
  placesOf,
  structureOf,
  textOf,
  tight,
  unpacked,
} from './documents.readers.ts';

/** What a patient keeps in a drawer, read back by other programs than the one that wrote it. */

const names = [
  'שרה כהן',
  'Nguyễn',
  "Siobhán O'Malley-D’Angelo",
  'Wolfeschlegelsteinhausenbergerdorff-Maximiliana Aurelia von Hohenzollern-Sigmaringen-Schleswig-Holstein-Sonderburg',
  "<b>Bobby</b> Tables'); DROP TABLE invitation;--",
  'Løvenskiold',
];

it('is the same, byte by byte, for the same input', async () => {
  const input = await aConsent({ name: 'שרה כהן' });
  const first = await signedConsent(input);
  // Another document in between: nothing of it may stay behind.
  await signedConsent(await aConsent({ name: 'Nguyễn\u00a0‐ Other' }));
  expect(Buffer.compare(await signedConsent(input), first)).toBe(0);
});

describe.skipIf(!hasQpdf)('for qpdf', () => {
  it.each(names)('is a sound file with the name %s', async (name) => {
    expect(checked(await signedConsent(await aConsent({ name })))).toMatchObject({ status: 0 });
    expect(checked(await signedConsent(await aDeclination({ name, words: name })))).toMatchObject({ status: 0 });
  });

  it('draws the signature in curves as wide as the pressure was, never in pixels', async () => {
    const content = unpacked(await signedConsent(await aConsent()));
    const curves = content.match(/^[-\d. ]+ c$/gm) ?? [];
    const typed = unpacked(await signedConsent(await aConsent({ signature: { how: 'typed', text: 'M. Whitfield' } })));
    const curvesWithout = typed.match(/^[-\d. ]+ c$/gm) ?? [];
    expect(curves.length - curvesWithout.length).toBeGreaterThan(100);
    const widths = new Set(content.match(/^[\d.]+ w$/gm));
    expect(widths.size).toBeGreaterThan(50);
    expect(content).not.toContain('/Subtype /Image');
    expect(content).toContain(
      '/Alt (Signature of Margaret Whitfield. Drawn by hand on the screen, with a stylus. March 9, 2026 at 11:14 AM Eastern',
    );
  });

  it('keeps the letter that no typeface has, behind a sign that shows it is missing', async () => {
    const content = unpacked(await signedConsent(await aConsent({ name: '王 Nguyễn' })));
    expect(content.toLowerCase()).toContain('/actualtext <feff738b>');
  });

  it('tells readers of the content that Hebrew glyphs are in the order of the paper', async () => {
    expect(unpacked(await signedConsent(await aConsent({ name: 'שרה כהן' })))).toContain('/ReversedChars BMC');
    expect(unpacked(await signedConsent(await aConsent()))).not.toContain('/ReversedChars');
  });

  it('is made of any name and words', { timeout: 120_000 }, async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(text, text, async (name, words) => {
        expect(checked(await signedConsent(await aDeclination({ name, words })))).toMatchObject({ status: 0 });
      }),
      { numRuns: 12 },
    );
  });
});

describe.skipIf(!hasPoppler)('for a reader', () => {
  it('says in the file what it is', async () => {
    const input = await aConsent({ name: names[4] ?? '' });
    const bytes = await signedConsent(input);
    expect(infoOf(bytes)).toMatchObject({
      Title: `Consent for CCM: ${names[4]}`,
      Author: 'Palmetto Family Medicine',
      Subject: `Signed consent, check code ${checkCode(input.evidenceHash)}`,
      Tagged: 'yes',
      'Page size': '612 x 792 pts (letter)',
    });
    expect(metadataOf(bytes)).toContain('Consent for CCM: &#60;b&#62;Bobby');
  });

  it.each(names)('has the name %s on the first page, above the signature and in the running head', async (name) => {
    const pages = pagesOf(await signedConsent(await aConsent({ name }))).map(tight);
    expect(pages[0]).toContain(tight(`Patient ${name} Practitioner`));
    expect(pages.join('')).toContain(tight(`Printed name ${name} Date and time`));
    for (const page of pages.slice(1)) expect(page.startsWith(tight(`Consent for CCM · ${name}`))).toBe(true);
  });

  it('writes Hebrew from the right to the left', async () => {
    const bytes = await signedConsent(await aConsent({ name: 'שרה כהן' }));
    // In -bbox a word is its letters from left to right.
    const leftToRight = (word: string): string => [...word].toReversed().join('');
    const [first] = placesOf(bytes, leftToRight('שרה'));
    const [last] = placesOf(bytes, leftToRight('כהן'));
    expect(first).toBeGreaterThan(last ?? Infinity);
  });

  it('numbers its pages and carries the check code on each', async () => {
    const input = await aConsent();
    const pages = pagesOf(await signedConsent(input));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain(`Check code ${checkCode(input.evidenceHash)}`);
    });
  });

  it('has each clause, when it was acknowledged and with which sentence', async () => {
    const text = textOf(await signedConsent(await aConsent()));
    expect(text).toContain('What it costs, said in short.');
    expect(text).toContain('What it costs is told here at Palmetto Family Medicine.');
    expect(text).toContain('I know: What it costs.');
    expect(text).toContain('Acknowledged on March 9, 2026 at 11:03 AM EDT (shown in English)');
    expect(text).toContain('Acknowledged on March 9, 2026 at 11:04 AM EDT (shown in English)');
    expect(text).not.toContain('Not acknowledged');
  });

  it('prints a clause in the language it was shown in', async () => {
    const acknowledgements = [
      { clause: 'cost', language: 'es' },
      { clause: 'stop', language: 'en' },
    ];
    const text = textOf(await signedConsent(await aConsent({ acknowledgements })));
    expect(text).toContain('Lo que cuesta se cuenta aquí en Palmetto Family Medicine.');
    expect(text).toContain('Lo sé: Lo que cuesta.');
    expect(text).toContain('(shown in Spanish)');
    expect(text).not.toContain('I know: What it costs.');
    expect(text).toContain('I know: How to stop.');
  });

  it('shows a clause that nobody acknowledged as such', async () => {
    const acknowledgements = [{ clause: 'cost', language: 'en' }];
    const text = textOf(await signedConsent(await aConsent({ acknowledgements })));
    expect(text).toMatch(/I know: How to stop\.\n\s*Not acknowledged\n/);
  });

  it('puts meaning, printed name, time in the practice’s zone and method with the signature', async () => {
    const pages = pagesOf(await signedConsent(await aConsent()));
    const page = pages.find((one) => one.includes('By signing, I, Margaret Whitfield, say yes.'));
    expect(page).toMatch(/Printed name\n\s*Margaret Whitfield\n/);
    expect(page).toContain('March 9, 2026 at 11:14 AM Eastern Daylight Time');
    expect(page).toContain('Drawn by hand on the screen, with a stylus');
  });

  it('has all that is needed to check it', async () => {
    const input = await aConsent();
    const text = textOf(await signedConsent(input));
    for (const hash of [input.evidence.form.hash, input.evidenceHash, input.envelopeHash, input.receipt.head])
      expect(text).toContain(hash);
    expect(text).toMatch(/Tablet handed over\s+March 9, 2026 at 11:02:11 AM EDT\n/);
    expect(text).toMatch(/Birth date confirmed\s+March 9, 2026 at 11:02:20 AM EDT, at try 2\n/);
    expect(text).toMatch(/Began to read\s+March 9, 2026 at 11:02:40 AM EDT\n/);
    expect(text).toMatch(/Signed\s+March 9, 2026 at 11:14:32 AM EDT\n/);
    expect(text).toMatch(/By the practice’s clock\s+March 9, 2026 at 11:14:34 AM EDT\n/);
    expect(text).toMatch(/Tablet’s clock\s+2\.4 s behind the practice’s when last compared\n/);
    expect(text).toMatch(/Tablet’s time zone\s+America\/Chicago\n/);
    expect(text).toMatch(/Handed over by\s+Keisha Brown\n/);
    expect(text).toMatch(/Tablet\s+Front desk iPad 2\n/);
    expect(text).toMatch(/App version\s+countersign 0\.1\.0 \(4f2a91c\)\n/);
    expect(text).toMatch(/Form\s+small, version 7\n/);
    expect(text).toMatch(/Ledger entry\s+No\. 1,841\n/);
    expect(text).toMatch(/Safe at the practice\s+March 9, 2026 at 11:14:35 AM EDT, by the practice’s clock\n/);
    expect(text).toMatch(/When can you stop\?\s+Never \(a miss\)\n\s+March 9, 2026 at 11:10:00 AM EDT\n/);
    expect(text).not.toContain('Please check before you rely on this document');
  });

  it('says that the tablet’s clock is not known when it never met the practice’s', async () => {
    const text = textOf(await signedConsent(await aConsent({ clockOffset: null })));
    expect(text).toContain('Not known how far from the practice’s');
    expect(text).not.toContain('By the practice’s clock');
  });

  it('says that a name is not known rather than nothing', async () => {
    const text = textOf(await signedConsent({ ...(await aConsent()), staffName: '', deviceName: '' }));
    expect(text).toMatch(/Handed over by\s+Not known\n\s*Tablet\s+Not known\n/);
  });

  it('embeds a subset of each typeface, with the letters behind the shapes', async () => {
    const fonts = fontsOf(await signedConsent(await aConsent({ name: 'שרה כהן' })));
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/NotoSans.* CID TrueType +Identity-H +yes yes yes /);
  });

  it('can be walked by a screen reader: headings, clauses in order, the signature’s picture in words', async () => {
    const walk = structureOf(await signedConsent(await aConsent()));
    const order = [
      'H1',
      '"Consent for CCM"',
      '"1 What it costs"',
      '"I know: What it costs."',
      '"2 How to stop"',
      'Figure',
    ];
    const places = order.map((part) => walk.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(walk).not.toContain('Page 1 of');
  });

  it('draws the ink inside its box, and nowhere else', async () => {
    const bytes = await signedConsent(await aConsent());
    const pages = pagesOf(bytes);
    const page = pages.findIndex((one) => one.includes('Printed name')) + 1;
    const box = signatureBoxOf(bytes);
    const picture = pictureOf(bytes, page);
    const ink = inkOf(picture);
    expect(ink.length).toBeGreaterThan(200);
    for (const { x, y } of ink) {
      expect(x).toBeGreaterThan(box.left);
      expect(x).toBeLessThan(box.right);
      expect(y).toBeGreaterThan(box.top);
      expect(y).toBeLessThan(box.bottom);
    }
    const heights = ink.map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan((box.bottom - box.top) / 2);
    expect(imagesOf(bytes)).toEqual([]);
  });

  it(
    'shrinks a signature that ran over its pad, either way, and leaves a small one small',
    { timeout: 60_000 },
    async () => {
      const widthOf = async (across: number, down: number) => {
        const strokes = aDrawing().map((stroke) => ({
          ...stroke,
          samples: stroke.samples.map((one) => ({
            ...one,
            x: Math.round(one.x * across),
            y: Math.round(one.y * down),
          })),
        }));
        return widthOfInk(await signedConsent(await aConsent({ signature: drawn(strokes) })));
      };
      const box = 530 - 94;
      expect(await widthOf(1_000, 1_000)).toBeGreaterThan(100);
      expect(await widthOf(1_000, 1)).toBeGreaterThan(box / 2);
      expect(await widthOf(1_000, 1)).toBeLessThan(box);
      expect(await widthOf(0.01, 0.01)).toBeLessThan(12);
    },
  );

  it('says so where the drawing can’t be read, and is made all the same', async () => {
    const noInk = drawn([]);
    const broken = { ...drawn(), strokes: 'AAAA' };
    const noBase64 = { ...drawn(), strokes: '*' };
    for (const signature of [noInk, broken, noBase64]) {
      const text = tight(textOf(await signedConsent(await aConsent({ signature }))));
      expect(text).toContain(tight('The drawing can’t be shown here. What was recorded is kept with the evidence.'));
      expect(text).toContain(tight('Printed name Margaret Whitfield'));
    }
  });

  it('shows a typed signature as letters, and says that it was typed', async () => {
    const signature = { how: 'typed' as const, text: 'W'.repeat(300) };
    const bytes = await signedConsent(await aConsent({ signature }));
    expect(tight(textOf(bytes))).toContain('W'.repeat(300));
    expect(textOf(bytes)).toContain('Typed on the screen, as a signature');
    expect(textOf(bytes)).not.toContain('Drawn by hand');
  });

  it('is in Spanish when that was signed', async () => {
    const input = await aConsent({ language: 'es', name: 'José Luis Peña-Ibáñez' });
    const bytes = await signedConsent(input);
    const text = textOf(bytes);
    expect(infoOf(bytes)).toMatchObject({ Title: 'Consentimiento para CCM: José Luis Peña-Ibáñez' });
    expect(text).toContain('Consentimiento firmado');
    expect(text).toContain('Aceptado el 9 de marzo de 2026 a las 11:03 a.m. EDT (mostrado en español)');
    expect(text).toContain('Al firmar, yo, José Luis Peña-Ibáñez, digo que sí.');
    expect(text).toContain('9 de marzo de 2026 a las 11:14 a.m. hora de verano oriental');
    expect(text).toMatch(/Página 1 de \d/);
    expect(text).toContain(input.evidenceHash);
    expect(text).not.toMatch(/Signed|Page|Acknowledged|Evidence/);
  });

  it('is in English around a language that it has no words in', async () => {
    const text = textOf(await signedConsent(await aConsent({ language: 'vi' })));
    expect(text).toContain('What it costs is told here');
    expect(text).toContain('(shown in Vietnamese)');
    expect(text).toContain('This form version has no text in Vietnamese.');
  });

  it('of a no has the reason, the words, what was read before, and no signature', async () => {
    const acknowledgements = [{ clause: 'cost', language: 'en' }];
    const words = 'My daughter pays.\n\nאולי אחר כך';
    const bytes = await signedConsent(await aDeclination({ words, acknowledgements }));
    const text = textOf(bytes);
    expect(text).toContain('Declined, in writing');
    expect(text).toContain('I, Margaret Whitfield, say no.');
    expect(text).toMatch(/Reason\n\s*I worry about the cost\n/);
    expect(text).toContain('My daughter pays.');
    expect(text).toContain('אולי אחר כך');
    expect(text).toMatch(/Declined\s+March 9, 2026 at 11:14:32 AM EDT\n/);
    expect(text).toContain('I know: What it costs.');
    expect(text).toContain('Not acknowledged: “How to stop”.');
    expect(text).not.toContain('This is a yes');
    expect(text).not.toContain('How it was signed');
    expect(structureOf(bytes)).not.toContain('Figure');
  });

  it('of a no keeps a reason that the form does not have', async () => {
    expect(textOf(await signedConsent(await aDeclination({ reason: 'moved-away' })))).toContain('moved-away');
  });

  it('names the letters that no typeface has', async () => {
    const text = textOf(await signedConsent(await aDeclination({ words: 'No 😀 and no 王' })));
    expect(text).toContain('Letters without a shape here');
    expect(text).toMatch(/U\+1F600, U\+738B\. Each is drawn as a replacement sign/);
    expect(textOf(await signedConsent(await aDeclination({ words: 'No' })))).not.toContain('without a shape');
  });

  it('says at its top when it contradicts itself', async () => {
    const input = await aConsent();
    const other = '0'.repeat(64);
    const first = async (change: object): Promise<string> =>
      pagesOf(await signedConsent({ ...input, ...change }))[0] ?? '';
    expect(await first({ form: { ...input.form, version: '8' } })).toContain('does not have the hash that was signed');
    expect(await first({ evidenceHash: other })).toContain('does not have the hash it was received with');
    expect(await first({ envelopeHash: other })).toContain('The receipt names another envelope');
    const acknowledgements = [{ clause: 'unheard-of', language: 'en' }];
    const strange = pagesOf(await signedConsent(await aConsent({ acknowledgements })))[0];
    expect(strange).toContain('Clauses were acknowledged that this form does not have');
  });

  it('is in UTC, and says so, where the practice’s zone is not one', async () => {
    const input = await aConsent();
    const text = textOf(await signedConsent({ ...input, practice: { ...input.practice, zone: 'Tampa' } }));
    expect(text).toContain('March 9, 2026 at 3:14 PM Coordinated Universal Time');
    expect(text).toContain('time zone, UTC,');
  });

  it('of the form in use has its evidence on one page, and nothing of it is cut', async () => {
    const form = ccm as FormVersion;
    const { evidence } = await aConsent();
    const acknowledgements = form.clauses.map(({ id: clause }) => ({ ...evidence.acknowledgements[0]!, clause }));
    const bytes = await signedConsent(
      await inputOf(form, { ...evidence, form: { ...evidence.form }, acknowledgements }),
    );
    const pages = pagesOf(bytes);
    expect(pages.at(-1)).toMatch(/^\s*Evidence$/m);
    const text = tight(pages.join(''));
    const body = form.clauses.flatMap((clause) => clause.text.en?.body ?? []).filter((one) => !one.includes('{'));
    expect(body.length).toBeGreaterThan(8);
    // A paragraph may go over a page's end, where foot and head stand between its lines.
    for (const paragraph of body)
      for (const sentence of paragraph.split('. ')) expect(text).toSatisfy(hasHalfOf(sentence));
  });
});

function hasHalfOf(sentence: string): (text: string) => boolean {
  const words = sentence.split(' ');
  const half = Math.ceil(words.length / 2);
  const halves = [words.slice(0, half), words.slice(half)].map((part) => tight(part.join(' ')));
  return (text) => halves.some((part) => text.includes(part));
}

type Edges = { left: number; top: number; right: number; bottom: number };

/** From the figure's BBox, which counts from the page's lower edge. */
function signatureBoxOf(bytes: Uint8Array): Edges {
  if (!hasQpdf) return { left: 94, top: 0, right: 530, bottom: 792 };
  const found = /\/BBox \[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(unpacked(bytes));
  const [left, bottom, right, top] = (found ?? []).slice(1).map(Number);
  return { left: left ?? 0, top: 792 - (top ?? 0), right: right ?? 0, bottom: 792 - (bottom ?? 0) };
}

/** Pixels of the ink's own blue, #10264a. */
function inkOf(picture: ReturnType<typeof pictureOf>): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) {
      // How much of each colour is taken away from white: its proportions stay the same at a soft edge.
      const [red, green, blue] = picture.colourAt(x, y).map((part) => 255 - part);
      const isLike = (part = 0, wanted = 0): boolean => Math.abs(part / (red ?? 1) - wanted / (255 - 0x10)) < 0.05;
      if ((red ?? 0) > 100 && isLike(green, 255 - 0x26) && isLike(blue, 255 - 0x4a)) found.push({ x, y });
    }
  return found;
}

function widthOfInk(bytes: Uint8Array): number {
  const page = pagesOf(bytes).findIndex((one) => one.includes('Printed name')) + 1;
  const across = inkOf(pictureOf(bytes, page)).map(({ x }) => x);
  return Math.max(...across) - Math.min(...across);
}
