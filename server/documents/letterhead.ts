import { phoneForPeople } from '../../src/domain/contactDetails.ts';
import { COLUMN, FULL_WIDTH, STYLES } from './design.ts';
import { band } from './pages.ts';
import type { Paper, Tag } from './paper.ts';
import { paragraph, space, type Row } from './rows.ts';

/** Whose document it is, at the top of its first page. */
export function letterheadRows(
  paper: Paper,
  parent: Tag,
  { name, phone }: { name: string; phone: string },
  width: number = FULL_WIDTH,
): Row[] {
  const place = { x: COLUMN.edge, width, direction: 'auto' } as const;
  const tag = (): Tag => paper.tag(parent, 'P');
  return [
    { ...space(12), pieces: [{ tag: 'decoration', paint: (top) => band(paper, top) }] },
    ...paragraph(paper, { ...place, text: name, style: STYLES.practice, tag: tag() }),
    ...paragraph(paper, { ...place, text: phoneForPeople(phone), style: STYLES.label, tag: tag() }),
  ];
}
