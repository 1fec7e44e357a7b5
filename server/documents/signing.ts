import type { ConsentEvidence, Signature } from '../../src/contract/evidence.ts';
import { field, heading } from './blocks.ts';
import { COLUMN, STYLES, TEXT_WIDTH } from './design.ts';
import { recordedText, tagIn, type Making } from './making.ts';
import type { Tag } from './paper.ts';
import { paragraph, together, type Row } from './rows.ts';
import { signatureBox } from './signatureBox.ts';
import { signerRows } from './signer.ts';
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
  const when = { label: words.dateAndTime, value: moments.inFull(evidence.times.signed), direction: 'ltr' } as const;
  const how = { label: words.method, value: howSigned(making, evidence.signature), direction: 'ltr' } as const;
  const { signature, signer, times } = evidence;
  const shown = { signature, name: signer.printedName, how: how.value, at: times.signed };
  return [
    ...together([
      ...heading(paper, section, words.signature, 30),
      ...paragraph(paper, meaning),
      signatureBox(making, section, shown),
      ...signerRows(making, section, evidence),
      ...field(paper, section, when, STYLES.strong),
      ...field(paper, section, how, STYLES.body),
    ]),
    ...(signature.how === 'mark' ? witnessRows(making, section, signature.witness, times.signed) : []),
  ];
}

/** Who saw the mark being made: their own signature, name and address, in one piece. */
function witnessRows(making: Making, section: Tag, { name, address, signature }: Witness, at: string): Row[] {
  const { paper, words } = making;
  const how = howSigned(making, signature);
  return together([
    ...heading(paper, section, words.witness, 24),
    ...paragraph(paper, {
      text: words.witnessSays,
      style: STYLES.body,
      tag: paper.tag(section, 'P'),
      x: COLUMN.text,
      width: TEXT_WIDTH,
      before: 4,
    }),
    signatureBox(making, section, { signature, name, how, at }),
    ...field(paper, section, { label: words.printedName, value: name }, STYLES.value),
    ...field(paper, section, { label: words.address, value: address }, STYLES.strong),
    ...field(paper, section, { label: words.method, value: how, direction: 'ltr' }, STYLES.body),
  ]);
}

type Witness = Extract<Signature, { how: 'mark' }>['witness'];

function howSigned({ words }: Making, signature: Signature): string {
  if (signature.how === 'typed') return words.typed;
  const marked = signature.how === 'mark';
  const tools = [...new Set(signature.pointers)].map((pointer) => words.tools[pointer]);
  if (tools.length === 0) return marked ? words.marked : words.drawn;
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(tools);
  return marked ? words.markedWith(list) : words.drawnWith(list);
}
