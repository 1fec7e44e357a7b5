import { pageCode } from '../../src/domain/pageCode.ts';
import { COLUMN, FOOT, FULL_WIDTH, STYLES } from './design.ts';
import { rule, type Furniture } from './pages.ts';
import type { Paper } from './paper.ts';
import { CODE_MODULES, CODE_PLACE } from './paperPlaces.ts';
import { paintQrCode } from './qrCode.ts';

/** What makes a sheet of paper findable: its code as a QR code above and in letters below, and which page it is. */

const HEAD_TOP = 34;
/** Text begins below the code and its quiet zone. */
const TOP_BESIDE_CODE = CODE_PLACE.y + CODE_PLACE.height + 22;
export const WIDTH_BESIDE_CODE = CODE_PLACE.x - COLUMN.edge - 20;

type Marked = { invitation: string; formHash: string; head: string; pageOf: (page: number, pages: number) => string };

export function pageMark(paper: Paper, { invitation, formHash, head, pageOf }: Marked): Furniture {
  const lines = paper.lines(head, STYLES.running, WIDTH_BESIDE_CODE);
  return {
    // The first page has the letterhead beside its code.
    topOf: (page) => (page === 0 ? HEAD_TOP : TOP_BESIDE_CODE),
    paint(page, pages) {
      const code = pageCode({ invitation, form: formHash, page, pages });
      if (page > 1)
        lines.forEach((line, index) =>
          paper.drawLine(line, STYLES.running, COLUMN.edge, HEAD_TOP + index * STYLES.running.leading),
        );
      paintCode(paper, code);
      paintFoot(paper, code, pageOf(page, pages));
    },
  };
}

function paintCode({ pdf }: Paper, text: string): void {
  const modules = paintQrCode(pdf, text, 'Q', CODE_PLACE);
  if (modules !== CODE_MODULES) throw new Error(`a page code of ${modules} modules instead of ${CODE_MODULES}`);
}

function paintFoot(paper: Paper, code: string, pageOf: string): void {
  rule(paper, FOOT - 8);
  const [letters] = paper.lines(code, STYLES.pageCode, FULL_WIDTH);
  if (letters) paper.drawLine(letters, STYLES.pageCode, COLUMN.edge, FOOT);
  const [page] = paper.lines(pageOf, STYLES.running, FULL_WIDTH);
  if (page) paper.drawLine(page, STYLES.running, COLUMN.right - page.width, FOOT);
}
