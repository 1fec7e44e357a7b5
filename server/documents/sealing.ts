import { SignPdf, Signer } from '@signpdf/signpdf';
import type { Sealer } from '../seal/sealer.ts';

/** The seal of the practice in a PDF: a signature field without a shape of its own, and its value once all is written. */

/** Leaves room for a seal. For use when all pages are painted. */
export function reserveSeal(pdf: PDFKit.PDFDocument, { name, room }: Sealer, at: Date): void {
  const value = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, LATER, LATER, LATER],
    Contents: Buffer.alloc(room),
    M: at,
    Name: text(name),
  });
  const field = pdf.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    // Printed and locked (ISO 32000-1, 12.5.3): PDF/A wants every annotation to be printed.
    F: 4 + 128,
    T: text('Seal'),
    P: pdf.page.dictionary,
    V: value,
  });
  pdf.page.annotations.push(field);
  // Signatures exist, and what is added to the file must leave what they cover as it is.
  const form = pdf.ref({ Fields: [field], SigFlags: 1 + 2 });
  pdf._root.data['AcroForm'] = form;
  // pdfkit's own way to end a form wants it to have typefaces.
  pdf.endAcroForm = () => pdf;
  for (const one of [value, field, form]) one.end(undefined);
}

/** Nothing but the reserved room and the range around it changes in the document. */
export function sealed(bytes: Uint8Array, sealer: Sealer): Promise<Uint8Array> {
  return new SignPdf().sign(Buffer.from(bytes), new PracticeSigner(sealer));
}

/** What `@signpdf` looks for where it puts the range. */
const LATER = '**********';

class PracticeSigner extends Signer {
  readonly #sealer: Sealer;

  constructor(sealer: Sealer) {
    super();
    this.#sealer = sealer;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return this.#sealer.sign(content);
  }
}

/** pdfkit writes a String object as text, and a string as a name. */
function text(words: string): object {
  return new String(words);
}
