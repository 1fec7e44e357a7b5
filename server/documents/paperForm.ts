import {
  filled,
  startingLanguage,
  textIn,
  type Fills,
  type FormVersion,
  type Language,
} from '../../src/domain/form.ts';
import { field } from './blocks.ts';
import { COLUMN, LARGE, STYLES, TEXT_WIDTH } from './design.ts';
import { letterheadRows } from './letterhead.ts';
import { forSentences, isolate } from './making.ts';
import { pageMark, WIDTH_BESIDE_CODE } from './pageMark.ts';
import { paintPages } from './pages.ts';
import { newPaper, type Paper, type Tag } from './paper.ts';
import { paperClauseRows } from './paperClauses.ts';
import { paperSignatureRows } from './paperSigning.ts';
import { paragraph, together, type Row } from './rows.ts';
import { catalogueFor, directionOf } from './text/catalogues.ts';
import type { DocumentText } from './text/en.ts';

export type PaperFormInput = {
  invitation: string;
  form: FormVersion;
  formHash: string;
  /** The patient's. The form's first is taken where the form does not have it. */
  language: Language;
  fills: Fills;
  practice: { name: string; phone: string };
  /** ISO 8601. */
  madeAt: string;
};

/** What every part of a paper form needs to make its rows. */
export type PaperMaking = {
  input: PaperFormInput;
  paper: Paper;
  words: DocumentText;
  language: Language;
  /** The fills as they are put into sentences. */
  fills: Fills;
  /** The form among those of one file. */
  part: Tag;
};

export type PaperForms = { bytes: Uint8Array; /** How many each form has. */ pages: number[] };

/**
 * Forms to read and sign on paper, as one tagged PDF. Every page says in a QR code and in letters whose it is; where
 * the boxes to sign in are is told by `paperPlaces.ts`.
 */
export async function paperForms(inputs: readonly PaperFormInput[]): Promise<PaperForms> {
  const [first] = inputs;
  if (!first) throw new Error('no form to print');
  const { language, words } = catalogueFor(languageOf(first));
  const titles = [...new Set(inputs.map(titleOf))];
  const paper = newPaper({
    title: inputs.length === 1 ? `${titles[0]}: ${first.fills.patient}` : titles.join(', '),
    author: first.practice.name,
    subject: words.paperForm.subject,
    language,
    madeAt: new Date(first.madeAt),
  });
  const pages = inputs.map((input, index) => {
    const count = paintForm(paper, input, language);
    // Printed on both sides, one patient's page must not be the back of another's.
    if (count % 2 === 1 && index < inputs.length - 1) paintEmptySide(paper, input);
    return count;
  });
  return { bytes: await paper.bytes(), pages };
}

function languageOf({ form, language }: PaperFormInput): Language {
  return startingLanguage(form, language);
}

function titleOf(input: PaperFormInput): string {
  return filled(textIn(input.form.title, languageOf(input)), input.fills);
}

function paintForm(paper: Paper, input: PaperFormInput, paperLanguage: Language): number {
  const { language, words } = catalogueFor(languageOf(input));
  const part = paper.tag(paper.root, 'Part', language === paperLanguage ? {} : { lang: language });
  const making: PaperMaking = { input, paper, words, language, fills: forSentences(input.fills), part };
  const rows = [
    ...openingRows(making),
    ...howRows(making),
    ...onPaperRows(making),
    ...paperClauseRows(making),
    ...paperSignatureRows(making),
  ];
  return paintPages(
    paper,
    rows,
    pageMark(paper, {
      invitation: input.invitation,
      formHash: input.formHash,
      head: `${titleOf(input)}\n${isolate(input.fills.patient)}`,
      pageOf: words.page,
    }),
  );
}

function openingRows({ input, paper, words, part }: PaperMaking): Row[] {
  const { practice, fills } = input;
  const place = { x: COLUMN.edge, width: WIDTH_BESIDE_CODE };
  const set = (type: string, text: string, style: keyof typeof STYLES, before = 0): Row[] =>
    paragraph(paper, { ...place, text, style: STYLES[style], tag: paper.tag(part, type), before, direction: 'auto' });
  return [
    ...letterheadRows(paper, part, practice, WIDTH_BESIDE_CODE),
    ...set('P', words.paperForm.kind, 'kind', 18),
    ...set('H1', titleOf(input), 'title', 2),
    ...field(paper, part, { label: words.patient, value: fills.patient }, STYLES.value),
    ...field(paper, part, { label: words.practitioner, value: fills.practitioner }, STYLES.strong),
  ];
}

function howRows({ paper, words, part, fills }: PaperMaking): Row[] {
  const list = paper.tag(part, 'L');
  const steps = words.paperForm.how(fills.programme).flatMap((text, index) => {
    const item = paper.tag(list, 'LI');
    const number = paper.lines(`${index + 1}.`, LARGE.strong, COLUMN.text - COLUMN.edge)[0];
    const label = paper.tag(item, 'Lbl');
    const body = {
      text,
      style: LARGE.body,
      tag: paper.tag(item, 'LBody'),
      x: COLUMN.text,
      width: TEXT_WIDTH,
      before: 3,
    };
    return paragraph(paper, body).map((row, line) =>
      line > 0 || !number
        ? row
        : {
            ...row,
            pieces: [
              { tag: label, paint: (top: number) => paper.drawLine(number, LARGE.strong, COLUMN.edge + 8, top) },
              ...row.pieces,
            ],
          },
    );
  });
  return together([...headingRows(paper, part, words.paperForm.howTitle), ...steps]);
}

/** In place of the disclosure for signing on a screen: see docs/decisions/0008. */
function onPaperRows({ paper, words, part, fills }: PaperMaking): Row[] {
  const place = { style: LARGE.body, x: COLUMN.text, width: TEXT_WIDTH, before: 4 };
  const texts = words.paperForm.onPaper(fills.programme, fills.practicePhone);
  return [
    ...headingRows(paper, part, words.paperForm.onPaperTitle),
    ...texts.flatMap((text) => paragraph(paper, { ...place, text, tag: paper.tag(part, 'P') })),
  ];
}

function headingRows(paper: Paper, part: Tag, text: string): Row[] {
  const tag = paper.tag(part, 'H2');
  return together(
    paragraph(paper, { text, style: LARGE.heading, tag, x: COLUMN.text, width: TEXT_WIDTH, before: 22 }),
    true,
  );
}

function paintEmptySide(paper: Paper, input: PaperFormInput): void {
  const language = languageOf(input);
  const { words } = catalogueFor(language);
  const place = { x: COLUMN.edge, width: TEXT_WIDTH, direction: directionOf(language) };
  const rows = paragraph(paper, {
    ...place,
    text: words.paperForm.emptySide,
    style: STYLES.label,
    tag: paper.tag(paper.root, 'P'),
  });
  paintPages(paper, rows, { topOf: () => 360, paint: () => undefined });
}
