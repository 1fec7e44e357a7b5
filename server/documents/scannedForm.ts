import sharp from 'sharp';
import { canonicalBytes } from '../../src/contract/digest.ts';
import type { PaperRecord } from '../../src/contract/practiceRecord.ts';
import type { Sealer } from '../seal/sealer.ts';
import { PAGE } from './design.ts';
import { newPaper } from './paper.ts';
import { catalogueFor } from './text/catalogues.ts';

/** One page's picture: JPEG or PNG, and how far it has to be turned, clockwise, to stand upright. */
export type ScannedPage = { bytes: Uint8Array; turn: number; page: number; pages: number };
type ScannedFormInput = { pictures: readonly ScannedPage[]; record: PaperRecord; madeAt: string };

/**
 * A form on paper as a document: each page as large as the paper was, with nothing added to it. What the practice recorded
 * of it is attached. The scan itself is kept beside it.
 */
export async function scannedForm(
  { pictures, record, madeAt }: ScannedFormInput,
  sealer?: Sealer,
): Promise<Uint8Array> {
  const { patient, practice } = record.fills;
  const { language, words } = catalogueFor(record.language);
  const paper = newPaper({
    title: words.scanned.title(patient),
    author: practice,
    subject: words.scanned.subject,
    language,
    madeAt: new Date(madeAt),
    source: {
      name: 'record.json',
      description: words.scanned.attachment,
      bytes: canonicalBytes(record),
    },
  });
  const { pdf } = paper;
  for (const { bytes, turn, page, pages } of pictures) {
    const upright = turn === 0 ? Buffer.from(bytes) : await sharp(bytes).rotate(turn).png().toBuffer();
    pdf.addPage();
    const figure = paper.tag(paper.root, 'Figure', {
      alt: words.scanned.pageAlt(page, pages),
      bbox: [0, 0, PAGE.width, PAGE.height],
    });
    paper.elementOf(figure).add(pdf.markStructureContent('Figure'));
    pdf.image(upright, 0, 0, { fit: [PAGE.width, PAGE.height], align: 'center', valign: 'center' });
    pdf.endMarkedContent();
  }
  return paper.bytes(sealer);
}
