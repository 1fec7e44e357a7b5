import { filled, textIn, type InLanguages } from '../../src/domain/form.ts';
import { blanks, boxToSign, fitting, nameInPlace, smaller, withCheckBox } from './blanks.ts';
import { COLUMN, FULL_WIDTH, LARGE, type Style } from './design.ts';
import { languageFound, tagIn } from './making.ts';
import type { Tag } from './paper.ts';
import type { PaperMaking } from './paperForm.ts';
import { BOXES } from './paperPlaces.ts';
import { paragraph, sideBySide, together, type Row } from './rows.ts';
import { directionOf } from './text/catalogues.ts';

/**
 * The last two pages: the patient's with the witness of a mark, and the legal representative's. Names may be so long that
 * what is said does not fit above its box: it then has a page of its own before, since boxes don't move.
 */
export function paperSignatureRows(making: PaperMaking): Row[] {
  const { input, words, part } = making;
  const { meaning, representativeMeaning } = input.form;
  const sections = [making.paper.tag(part, 'Sect'), making.paper.tag(part, 'Sect')] as const;
  const patient = meaningRows(making, sections[0], meaning, BOXES.patient.y - ABOVE_BOX - 162);
  const representative = meaningRows(
    making,
    sections[1],
    representativeMeaning,
    BOXES.representative.y - ABOVE_BOX - 206,
  );
  const before = (title: string, rows: Row[]): Row[] =>
    rows.length > 0 ? [...titleRows(making, making.paper.tag(part, 'Sect'), title), ...rows] : [];
  return [
    ...before(words.signature, patient.before),
    ...before(words.paperForm.representativeTitle, representative.before),
    ...patientRows(making, sections[0], patient.here),
    ...representativeRows(making, sections[1], representative.here),
  ];
}

const across = { x: COLUMN.edge, width: FULL_WIDTH };
const WIDE = 300;
const wide = { x: COLUMN.edge, width: WIDE };
const right = { x: COLUMN.edge + WIDE + 16, width: FULL_WIDTH - WIDE - 16 };
/** Points between the end of what is said and the label of the box below. */
const ABOVE_BOX = 26;

function patientRows(making: PaperMaking, section: Tag, meaning: readonly Row[]): Row[] {
  const { input, paper, words } = making;
  const text = words.paperForm;
  return [
    ...titleRows(making, section, words.signature),
    ...meaning,
    ...boxToSign(paper, section, text.signHere, BOXES.patient),
    { ...label(making, section, words.printedName), at: BOXES.patient.y + BOXES.patient.height + 8 },
    ...nameInPlace(paper, section, input.fills.patient, 30),
    { ...blanks(paper, section, [{ ...wide, label: text.date, isDate: true }], { height: 38 }), at: 464 },
    ...at(512, small(making, section, text.cannotSign, LARGE.label)),
    ...at(564, small(making, section, text.witnessTitle, { ...LARGE.strong, size: 12 })),
    ...small(making, section, text.witnessSays, LARGE.label),
    {
      ...blanks(
        paper,
        section,
        [
          { label: text.witnessName, x: COLUMN.edge, width: 210 },
          { label: text.witnessAddress, x: COLUMN.edge + 226, width: FULL_WIDTH - 226 },
        ],
        { before: 4, height: 36 },
      ),
    },
    ...boxToSign(paper, section, text.witnessSignsHere, BOXES.witness),
  ];
}

function representativeRows(making: PaperMaking, section: Tag, meaning: readonly Row[]): Row[] {
  const { paper, words } = making;
  const text = words.paperForm;
  return [
    ...titleRows(making, section, text.representativeTitle),
    ...small(making, section, text.representativeLead, LARGE.body),
    ...meaning,
    ...boxToSign(paper, section, text.representativeSignsHere, BOXES.representative),
    blanks(
      paper,
      section,
      [
        { ...wide, label: text.representativeName },
        { ...right, label: text.date, isDate: true },
      ],
      { before: 8, height: 38 },
    ),
    ...choiceRows(making, section, text.relationship, Object.values(words.relationships), 2),
    ...choiceRows(making, section, text.why, Object.values(words.whys), 1),
    blanks(paper, section, [{ ...across, label: text.ownWords }], { before: 8, height: 34 }),
  ];
}

function titleRows({ paper }: PaperMaking, section: Tag, text: string): Row[] {
  const rows = paragraph(paper, { ...across, text, style: LARGE.heading, tag: paper.tag(section, 'H2') });
  return rows.map((row, index) => ({ ...row, newPage: index === 0, keepWithNext: true }));
}

type Meaning = { here: Row[]; before: Row[] };

/** In the largest letters that leave the box where it is. */
function meaningRows(making: PaperMaking, section: Tag, texts: InLanguages<string>, room: number): Meaning {
  const { paper, fills } = making;
  const language = languageFound(texts, making.language);
  const text = {
    ...across,
    text: filled(textIn(texts, language), fills),
    tag: tagIn(making, section, 'P', language),
    direction: directionOf(language),
    before: 6,
  };
  const here = fitting(paper, text, smaller(LARGE.body, 9), room);
  return here ? { here, before: [] } : { here: [], before: paragraph(paper, { ...text, style: LARGE.body }) };
}

function small({ paper }: PaperMaking, section: Tag, text: string, style: Style): Row[] {
  return paragraph(paper, { ...across, text, style, tag: paper.tag(section, 'P'), before: 4 });
}

function label(making: PaperMaking, section: Tag, text: string): Row {
  const [row] = small(making, section, text, LARGE.label);
  if (!row) throw new Error('a label without a line');
  return row;
}

function at(top: number, rows: readonly Row[]): Row[] {
  return rows.map((row, index) => (index === 0 ? { ...row, at: top } : row));
}

function choiceRows({ paper }: PaperMaking, section: Tag, question: string, answers: string[], columns: number): Row[] {
  const width = FULL_WIDTH / columns;
  const list = paper.tag(section, 'L');
  const lines = Array.from({ length: Math.ceil(answers.length / columns) }, (_, line) => {
    const inLine = answers.slice(line * columns, (line + 1) * columns);
    const cells = inLine.map((text, index) => ({
      text,
      style: LARGE.label,
      tag: paper.tag(paper.tag(list, 'LI'), 'LBody'),
      x: COLUMN.edge + index * width + 24,
      width: width - 34,
    }));
    return inLine.reduce<Row[]>(
      (row, _text, index) => withCheckBox(paper, row, COLUMN.edge + index * width, 0),
      [sideBySide(paper, cells, 5)],
    );
  });
  const head = { ...across, text: question, style: LARGE.strong, tag: paper.tag(section, 'P'), before: 10 };
  return together([...paragraph(paper, head), ...lines.flat()]);
}
