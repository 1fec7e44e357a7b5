import { filled, textIn, type FormVersion, type Language } from '../../src/domain/form.ts';
import { boxed, field } from './blocks.ts';
import { COLUMN, FULL_WIDTH, STYLES } from './design.ts';
import type { Doubt } from './doubts.ts';
import { letterheadRows } from './letterhead.ts';
import { formText, languageFound, tagIn, type Making, type Setting } from './making.ts';
import type { Paper } from './paper.ts';
import { paragraph, space, together, type Row } from './rows.ts';
import { directionOf } from './text/catalogues.ts';

/** The top of the first page: whose form it is, what it is, for whom, and what it says in short. */
export function openingRows(making: Making, doubts: readonly Doubt[]): Row[] {
  const { input, paper } = making;
  const { form, evidence, practice } = input;
  return [
    ...letterheadRows(paper, paper.root, practice),
    ...title(making),
    ...doubtRows(making, doubts),
    ...facts(making),
    // The form's own summary is a yes: under a no it would be false.
    ...(evidence.kind === 'consent' ? summaryRows(making, form, evidence.language) : []),
  ];
}

function title(making: Making): Row[] {
  const { input, paper, words } = making;
  const { text, language, direction } = formText(making, input.form.title, input.evidence.language);
  const place = { x: COLUMN.edge, width: FULL_WIDTH, direction };
  const kind = words.kind[input.evidence.kind];
  return [
    ...paragraph(paper, { ...place, text: kind, style: STYLES.kind, tag: paper.tag(paper.root, 'P'), before: 26 }),
    ...paragraph(paper, {
      ...place,
      text,
      style: STYLES.title,
      tag: tagIn(making, paper.root, 'H1', language),
      before: 2,
      balanced: true,
    }),
  ];
}

function facts({ input, paper, words, moments }: Making): Row[] {
  const { evidence } = input;
  return [
    space(4),
    ...field(paper, paper.root, { label: words.patient, value: evidence.fills.patient }, STYLES.value),
    ...field(paper, paper.root, { label: words.practitioner, value: evidence.fills.practitioner }, STYLES.strong),
    ...field(
      paper,
      paper.root,
      { label: words.decided[evidence.kind], value: moments.inFull(evidence.times.signed), direction: 'ltr' },
      STYLES.strong,
    ),
  ];
}

function doubtRows({ paper, words }: Making, doubts: readonly Doubt[]): Row[] {
  if (doubts.length === 0) return [];
  const place = { x: COLUMN.edge + 16, width: FULL_WIDTH - 28 };
  const lines = doubts.flatMap((doubt) =>
    paragraph(paper, {
      ...place,
      text: words.doubt[doubt],
      style: STYLES.small,
      tag: paper.tag(paper.root, 'P'),
      before: 2,
    }),
  );
  const head = { ...place, text: words.doubts, style: STYLES.alarm, tag: paper.tag(paper.root, 'P') };
  return boxed(paper, [...paragraph(paper, head), ...lines], 'alarm');
}

/** What the form's yes means, in a few lines. */
export function summaryRows(making: Setting, form: FormVersion, wanted: Language): Row[] {
  const { paper, words, fills } = making;
  const language = languageFound(form.summary, wanted);
  const list = (): Row[] => {
    const parent = paper.tag(paper.root, 'L');
    return textIn(form.summary, wanted).flatMap((line) => {
      const item = paper.tag(parent, 'LI');
      const body = {
        text: filled(line, fills),
        style: STYLES.body,
        tag: tagIn(making, item, 'LBody', language),
        x: COLUMN.text + 14,
        width: COLUMN.right - COLUMN.text - 28,
        direction: directionOf(language),
        before: 3,
      };
      return withBullet(paper, paragraph(paper, body));
    });
  };
  const head = { text: words.inShort, style: STYLES.subheading, x: COLUMN.text, width: FULL_WIDTH / 2 };
  const headRows = paragraph(paper, { ...head, tag: paper.tag(paper.root, 'H2') });
  return boxed(paper, together([...headRows, ...list()]), 'calm');
}

function withBullet(paper: Paper, rows: Row[]): Row[] {
  const dot = (top: number): void => void paper.pdf.circle(COLUMN.text + 3, top + 9, 1.8).fill(STYLES.heading.colour);
  return rows.map((row, index) =>
    index === 0 ? { ...row, pieces: [{ tag: 'decoration', paint: dot }, ...row.pieces] } : row,
  );
}
