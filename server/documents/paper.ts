import PDFDocument from 'pdfkit';
import { PAGE, type Style } from './design.ts';
import { facesOf } from './fonts.ts';
import { linesOf, type Line } from './lines.ts';
import type { Direction, Run } from './runs.ts';
import { reserveSeal, sealed } from './sealing.ts';
import type { Sealer } from '../seal/sealer.ts';

/** A PDF being written: its typefaces, its text and its tags. */

/**
 * What a piece of content is for a reader. It enters the document's structure when its first content is painted, so
 * that the reading order is the order on the pages, in whatever order the parts were composed.
 */
export type Tag = {
  type: string;
  parent?: Tag;
  options?: PDFKit.Mixins.StructureElementOptions;
  element?: PDFKit.PDFStructureElement;
};

export type Paper = {
  pdf: PDFKit.PDFDocument;
  root: Tag;
  lines: (text: string, style: Style, width: number, direction?: Direction) => Line[];
  drawLine: (line: Line, style: Style, x: number, top: number) => void;
  tag: (parent: Tag, type: string, options?: PDFKit.Mixins.StructureElementOptions) => Tag;
  /** The element of a tag, put into the structure as the last of its parent when it is not there yet. */
  elementOf: (tag: Tag) => PDFKit.PDFStructureElement;
  /** Letters that no face has, as they were met. */
  missing: Set<string>;
  /** The whole file, under the practice's seal where it has one. */
  bytes: (sealer?: Sealer) => Promise<Uint8Array>;
};

/** What a document is the picture of: goes into the file as it is, which then is an archival one (PDF/A-3b). */
export type Source = { name: string; description: string; bytes: Uint8Array };

/** What goes into an archival file beside its source, such as the same in another language. */
export type Attachment = Source & { type: string; relationship: 'Source' | 'Alternative' };

export type AboutDocument = {
  title: string;
  author: string;
  subject: string;
  language: string;
  madeAt: Date;
  source?: Source;
  attachments?: readonly Attachment[];
};

export function newPaper(about: AboutDocument): Paper {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    pdfVersion: '1.7',
    autoFirstPage: false,
    tagged: true,
    ...(about.source ? { subset: 'PDF/A-3b' as const } : {}),
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: 'Countersign',
      Producer: 'Countersign (pdfkit)',
      CreationDate: about.madeAt,
      ModDate: about.madeAt,
    },
  });
  for (const face of [...facesOf('regular'), ...facesOf('bold')]) pdf.registerFont(face.name, Buffer.from(face.bytes));
  if (about.source) attach(pdf, { ...about.source, type: 'application/json', relationship: 'Source' }, about.madeAt);
  for (const one of about.attachments ?? []) attach(pdf, one, about.madeAt);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });

  const missing = new Set<string>();
  const measure = (run: Run, shaped: string, size: number): number => {
    if (run.missing) missing.add(run.text);
    return pdf.font(run.face.name, size).widthOfString(shaped, shapingOf(run));
  };
  const element = pdf.struct('Document');
  pdf.addStructure(element);

  return {
    pdf,
    root: { type: 'Document', element },
    lines: (text, style, width, direction = 'ltr') => linesOf(text, style, width, direction, measure),
    drawLine: (line, style, x, top) => drawLine(pdf, line, style, x, top),
    tag: (parent, type, options = {}) => ({ type, parent, options }),
    elementOf: (tag) => elementOf(pdf, tag),
    missing,
    async bytes(sealer) {
      element.end();
      if (sealer) reserveSeal(pdf, sealer, about.madeAt);
      escapeMetadata(pdf);
      pdf.end();
      await ended;
      const whole = new Uint8Array(Buffer.concat(chunks));
      return sealer ? sealed(whole, sealer) : whole;
    },
  };
}

function attach(pdf: PDFKit.PDFDocument, { bytes, ...about }: Attachment, madeAt: Date): void {
  pdf.file(Buffer.from(bytes), {
    ...about,
    creationDate: madeAt,
    modifiedDate: madeAt,
  });
}

function elementOf(pdf: PDFKit.PDFDocument, tag: Tag): PDFKit.PDFStructureElement {
  if (tag.element) return tag.element;
  tag.element = pdf.struct(tag.type, tag.options);
  if (tag.parent) elementOf(pdf, tag.parent).add(tag.element);
  return tag.element;
}

/** Runs are drawn in reading order, each at its place: whoever reads the content gets the sentence, not the line. */
function drawLine(pdf: PDFKit.PDFDocument, line: Line, style: Style, x: number, top: number): void {
  // Noto's ascent and descent are 1.069 and 0.293 of its size; what is left of the leading goes half above.
  const baseline = top + style.leading / 2 + ((1.069 - 0.293) / 2) * style.size;
  const write = (text: string, at: number, options: { features?: [] } = {}): void => {
    pdf.text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic', ...options });
  };
  for (const run of line.runs) {
    pdf.font(run.face.name, style.size).fillColor(style.colour);
    // A replacement sign stands for the letter itself; of a run to the left, the glyphs are in the order of the paper
    // (ISO 32000-1, 14.9.4 and 14.8.2.3.3).
    if (run.missing) pdf.markContent('Span', { actual: run.text });
    else if (run.level % 2 === 1) pdf.markContent('ReversedChars');
    write(run.shaped, x + run.x, shapingOf(run));
    if (run.missing || run.level % 2 === 1) pdf.endMarkedContent();
  }
  if (line.spaced) write(' ', x + line.width);
}

/** Naming features, even none, makes pdfkit shape the run whole; it does word by word else, and orders words left to right. */
function shapingOf(run: Run): { features?: [] } {
  return run.level % 2 === 1 ? { features: [] } : {};
}

/** pdfkit puts these texts into XML (XMP) as they are; the information dictionary has to have them unescaped. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const end = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    for (const field of ['Title', 'Author', 'Subject'] as const) {
      pdf.info[field] = pdf.info[field]?.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`) ?? '';
    }
    end();
  };
}
