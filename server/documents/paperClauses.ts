import { filledClause, type Clause } from '../../src/domain/form.ts';
import { withCheckBox } from './blanks.ts';
import { endKept, numbered } from './clauses.ts';
import { COLUMN, LARGE, TEXT_WIDTH } from './design.ts';
import { languageFound, tagIn } from './making.ts';
import type { PaperMaking } from './paperForm.ts';
import { paragraph, together, type Row } from './rows.ts';
import { directionOf } from './text/catalogues.ts';

/** The clauses with a box to check at the end of each. The disclosure is about screens, and stays out. */
export function paperClauseRows(making: PaperMaking): Row[] {
  const clauses = making.input.form.clauses.filter((clause) => clause.kind !== 'disclosure');
  return clauses.flatMap((clause, index) => clauseRows(making, clause, index + 1));
}

function clauseRows(making: PaperMaking, clause: Clause, number: number): Row[] {
  const { paper, fills, part } = making;
  const language = languageFound(clause.text, making.language);
  const text = filledClause(clause, language, fills);
  const section = tagIn(making, part, 'Sect', language);
  const place = { x: COLUMN.text, width: TEXT_WIDTH, direction: directionOf(language) };
  const set = (type: string, words: string, style: keyof typeof LARGE, before: number): Row[] =>
    paragraph(paper, { ...place, text: words, style: LARGE[style], tag: paper.tag(section, type), before });
  const heading = paper.tag(section, 'H2');
  const title = paragraph(paper, { ...place, text: text.title, style: LARGE.heading, tag: heading, before: 26 });
  return [
    ...together(numbered(paper, heading, title, number, LARGE.heading), true),
    ...together(set('P', text.summary, 'strong', 4), true),
    ...endKept(text.body.flatMap((words) => set('P', words, 'body', 6))),
    ...together(withCheckBox(paper, set('P', text.acknowledge, 'strong', 12), COLUMN.edge)),
  ];
}
