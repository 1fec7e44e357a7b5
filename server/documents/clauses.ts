import type { Acknowledgement } from '../../src/domain/consent.ts';
import { filledClause, type Clause } from '../../src/domain/form.ts';
import { boxed } from './blocks.ts';
import { ACCENT, COLUMN, DANGER, MUTED, STYLES, TEXT_WIDTH, type Style } from './design.ts';
import { languageFound, tagIn, type Making } from './making.ts';
import type { Paper, Tag } from './paper.ts';
import { paragraph, together, type Row } from './rows.ts';
import { directionOf, nameOfLanguage } from './text/catalogues.ts';

/** A clause as it was shown: in the language it was acknowledged in, with when, and with the sentence that was said. */
export function clauseRows(making: Making, clause: Clause): Row[] {
  const { input, paper, fills } = making;
  const given = acknowledgementOf(making, clause);
  const wanted = given?.language ?? input.evidence.language;
  const language = languageFound(clause.text, wanted);
  const text = filledClause(clause, wanted, fills);
  const section = tagIn(making, paper.root, 'Sect', language);
  const direction = directionOf(language);
  const place = { x: COLUMN.text, width: TEXT_WIDTH, direction };
  const set = (type: string, words: string, style: keyof typeof STYLES, before: number): Row[] =>
    paragraph(paper, { ...place, text: words, style: STYLES[style], tag: paper.tag(section, type), before });

  const heading = paper.tag(section, 'H2');
  const title = paragraph(paper, { ...place, text: text.title, style: STYLES.heading, tag: heading, before: 26 });
  const body = text.body.flatMap((words) => set('P', words, 'body', 6));
  return [
    ...together(numbered(paper, heading, title, input.form.clauses.indexOf(clause) + 1), true),
    ...together(set('P', text.summary, 'strong', 4), true),
    ...endKept(body),
    ...acknowledgementRows(making, section, { given, sentence: text.acknowledge, wanted, language }),
  ];
}

/** Of several, the last: what the patient left standing. */
export function acknowledgementOf({ input }: Making, clause: Clause): Acknowledgement | undefined {
  return input.evidence.acknowledgements.findLast((one) => one.clause === clause.id);
}

/** The clause's number before its title. */
export function numbered(
  paper: Paper,
  tag: Tag,
  rows: Row[],
  number: number,
  titleStyle: Style = STYLES.heading,
): Row[] {
  const style = { ...titleStyle, colour: MUTED };
  const [line] = paper.lines(String(number), style, 30);
  return rows.map((row, index) =>
    index === 0 && line
      ? {
          ...row,
          pieces: [
            { tag, paint: (top) => paper.drawLine({ ...line, spaced: true }, style, COLUMN.edge, top) },
            ...row.pieces,
          ],
        }
      : row,
  );
}

/** What was acknowledged is not torn from the acknowledgement. */
export function endKept(rows: readonly Row[]): Row[] {
  return rows.map((row, index) => (index >= rows.length - 2 ? { ...row, keepWithNext: true } : row));
}

type Said = { given: Acknowledgement | undefined; sentence: string; wanted: string; language: string };

function acknowledgementRows(making: Making, section: Tag, { given, sentence, wanted, language }: Said): Row[] {
  const { paper, words, moments } = making;
  const place = { x: COLUMN.text + 38, width: TEXT_WIDTH - 52 };
  const note = (text: string): Row[] =>
    paragraph(paper, { ...place, text, style: STYLES.label, tag: tagIn(making, section, 'P', making.language) });
  const spoken = nameOfLanguage(wanted, words.locale);
  const said = paragraph(paper, {
    ...place,
    text: sentence,
    style: STYLES.strong,
    tag: paper.tag(section, 'P'),
    direction: directionOf(language),
  });
  const rows = [
    ...withMark(making, said, given !== undefined),
    ...note(given ? words.acknowledged(moments.minute(given.acknowledgedAt), spoken) : words.notAcknowledged),
    ...(language === wanted ? [] : note(words.notInLanguage(spoken))),
  ];
  return boxed(paper, together(rows), given ? 'calm' : 'alarm', COLUMN.text);
}

/** A tick in a disc, or an empty circle: told apart without colour. */
function withMark({ paper }: Making, rows: Row[], ticked: boolean): Row[] {
  const mark = (top: number): void => {
    const x = COLUMN.text + 20;
    const y = top + 9;
    const { pdf } = paper;
    if (!ticked) return void pdf.circle(x, y, 7).lineWidth(1.2).stroke(DANGER);
    pdf.circle(x, y, 8).fill(ACCENT);
    pdf.save().lineWidth(1.8).lineCap('round').lineJoin('round');
    pdf
      .moveTo(x - 3.4, y + 0.3)
      .lineTo(x - 0.9, y + 2.8)
      .lineTo(x + 3.6, y - 2.6)
      .stroke('#ffffff')
      .restore();
  };
  return rows.map((row, index) =>
    index === 0 ? { ...row, pieces: [{ tag: 'decoration', paint: mark }, ...row.pieces] } : row,
  );
}
