import sharp from 'sharp';
import { PAGE } from './design.ts';
import { newPaper } from './paper.ts';

/** One page's picture: JPEG or PNG, and how far it has to be turned, clockwise, to stand upright. */
export type ScannedPage = { bytes: Uint8Array; turn: number; page: number; pages: number };
type ScannedFormInput = { pictures: readonly ScannedPage[]; patient: string; practice: string; madeAt: string };

/**
 * A form on paper as a document: each page as large as the paper was, with nothing added to it. The scan itself is kept
 * beside it.
 */
export async function scannedForm({ pictures, patient, practice, madeAt }: ScannedFormInput): Promise<Uint8Array> {
  const paper = newPaper({
    title: `Signed paper form: ${patient}`,
    author: practice,
    subject: 'Scan of a consent form signed on paper',
    language: 'en',
    madeAt: new Date(madeAt),
  });
  const { pdf } = paper;
  for (const { bytes, turn, page, pages } of pictures) {
    const upright = turn === 0 ? Buffer.from(bytes) : await sharp(bytes).rotate(turn).png().toBuffer();
    pdf.addPage();
    const figure = paper.tag(paper.root, 'Figure', {
      alt: `Page ${page} of ${pages} of the signed form, as scanned`,
      bbox: [0, 0, PAGE.width, PAGE.height],
    });
    paper.elementOf(figure).add(pdf.markStructureContent('Figure'));
    pdf.image(upright, 0, 0, { fit: [PAGE.width, PAGE.height], align: 'center', valign: 'center' });
    pdf.endMarkedContent();
  }
  return paper.bytes();
}
