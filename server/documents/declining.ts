import type { DeclinationEvidence } from '../../src/contract/evidence.ts';
import { acknowledgementOf, clauseRows } from './clauses.ts';
import { boxed, field, heading } from './blocks.ts';
import { COLUMN, STYLES, TEXT_WIDTH } from './design.ts';
import { formText, recordedText, tagIn, type Making } from './making.ts';
import { paragraph, together, type Row } from './rows.ts';
import { signerRows } from './signer.ts';
import { directionOf } from './text/catalogues.ts';

/** The no, its reason and its words, then who and when. */
export function declinationRows(making: Making, evidence: DeclinationEvidence): Row[] {
  const { paper, words, moments } = making;
  const section = paper.tag(paper.root, 'Sect');
  const meaning = {
    text: recordedText(making, evidence.meaning),
    style: STYLES.body,
    tag: tagIn(making, section, 'P', evidence.language),
    x: COLUMN.text,
    width: TEXT_WIDTH,
    direction: directionOf(evidence.language),
    before: 4,
  };
  const reason = { label: words.reason, value: reasonOf(making, evidence) };
  const when = { label: words.dateAndTime, value: moments.inFull(evidence.times.signed), direction: 'ltr' } as const;
  const note = { ...meaning, text: words.noSignature, style: STYLES.label, tag: paper.tag(section, 'P'), before: 10 };
  return [
    ...together([...heading(paper, section, words.decision, 30), ...paragraph(paper, meaning)], true),
    ...field(paper, section, reason, STYLES.strong),
    ...ownWords(making, evidence.words),
    ...together([
      ...signerRows(making, section, evidence),
      ...field(paper, section, when, STYLES.strong),
      ...paragraph(paper, { ...note, direction: 'ltr' }),
    ]),
  ];
}

function reasonOf(making: Making, { reason, language }: DeclinationEvidence): string {
  const known = making.input.form.declineReasons.find((one) => one.id === reason);
  return known ? formText(making, known.text, language).text : reason;
}

function ownWords({ paper, words }: Making, said: string): Row[] {
  if (!said.trim()) return [];
  const place = { tag: paper.tag(paper.root, 'BlockQuote'), x: COLUMN.text + 14, width: TEXT_WIDTH - 28 };
  return boxed(
    paper,
    [
      ...paragraph(paper, { ...place, text: words.ownWords, style: STYLES.label }),
      ...paragraph(paper, { ...place, text: said.trim(), style: STYLES.body, direction: 'auto' }),
    ],
    'calm',
    COLUMN.text,
  );
}

/** What had been acknowledged before the no stays part of the record; the rest is named. */
export function readBeforeRows(making: Making): Row[] {
  const { input, paper, words } = making;
  const { clauses } = input.form;
  const given = clauses.filter((clause) => acknowledgementOf(making, clause));
  const left = clauses.filter((clause) => !acknowledgementOf(making, clause));
  const titles = left.map((clause) => {
    const { text } = clause;
    const set = formText(making, titlesOf(text), input.evidence.language);
    return `“${set.text}”`;
  });
  const note = { style: STYLES.label, x: COLUMN.text, width: TEXT_WIDTH, before: 10 };
  return [
    ...(given.length > 0 ? heading(paper, paper.root, words.readBefore, 30) : []),
    ...given.flatMap((clause) => clauseRows(making, clause)),
    ...(left.length > 0
      ? paragraph(paper, {
          ...note,
          text: words.notReached(titles.join(', ')),
          tag: paper.tag(paper.root, 'P'),
          before: 20,
        })
      : []),
  ];
}

function titlesOf(text: Record<string, { title: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(text).map(([language, { title }]) => [language, title]));
}
