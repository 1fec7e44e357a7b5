import { encode } from 'uqr';
import type { Place } from './paperPlaces.ts';

/** Paints a QR code as shapes. Leave four modules of white around the place. Answers the modules along one side. */
export function paintQrCode(pdf: PDFKit.PDFDocument, text: string, ecc: 'M' | 'Q', { x, y, width }: Place): number {
  const { size, data } = encode(text, { ecc, boostEcc: false, border: 0 });
  const module = width / size;
  data.forEach((row, line) => {
    for (const { from, to } of darkRuns(row))
      pdf.rect(x + from * module, y + line * module, (to - from) * module, module);
  });
  pdf.fill('#000000');
  return size;
}

function darkRuns(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last?.to === x) last.to = x + 1;
    else if (dark) runs.push({ from: x, to: x + 1 });
  });
  return runs;
}
