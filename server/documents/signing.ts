import type { ConsentEvidence } from '../../src/contract/evidence.ts';
import { field, heading } from './blocks.ts';
import { COLUMN, STYLES, TEXT_WIDTH } from './design.ts';
import { recordedText, tagIn, type Making } from './making.ts';
import { paragraph, together, type Row } from './rows.ts';
import { signatureBox } from './signatureBox.ts';
import { directionOf } from './text/catalogues.ts';

/** The meaning, the signature, the printed name, when and how: on one page (as 21 CFR 11.50 has it). */
export function signatureRows(making: Making, evidence: ConsentEvidence): Row[] {
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
  const name = { label: words.printedName, value: evidence.signer.printedName };
  const when = { label: words.dateAndTime, value: moments.inFull(evidence.times.signed), direction: 'ltr' } as const;
  const how = { label: words.method, value: howSigned(making, evidence), direction: 'ltr' } as const;
  return together([
    ...heading(paper, section, words.signature, 30),
    ...paragraph(paper, meaning),
    signatureBox(making, section, evidence, how.value),
    ...field(paper, section, name, STYLES.value),
    ...field(paper, section, when, STYLES.strong),
    ...field(paper, section, how, STYLES.body),
  ]);
}

function howSigned({ words }: Making, { signature }: ConsentEvidence): string {
  if (signature.how === 'typed') return words.typed;
  const tools = [...new Set(signature.pointers)].map((pointer) => words.tools[pointer]);
  if (tools.length === 0) return words.drawn;
  return words.drawnWith(new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(tools));
}
