import type { WithdrawalEvidence } from '../../src/contract/evidence.ts';
import { field, heading } from './blocks.ts';
import { COLUMN, STYLES, TEXT_WIDTH } from './design.ts';
import { recordedText, tagIn, type Making } from './making.ts';
import { paragraph, together, type Row } from './rows.ts';
import { signerRows } from './signer.ts';
import { directionOf } from './text/catalogues.ts';

/** The change of mind, and the record that it takes back, which stays as it is. */
export function withdrawalRows(making: Making, evidence: WithdrawalEvidence): Row[] {
  const { paper, words, moments } = making;
  const { withdraws, language, times } = evidence;
  const section = paper.tag(paper.root, 'Sect');
  const place = { x: COLUMN.text, width: TEXT_WIDTH };
  const meaning = {
    ...place,
    text: recordedText(making, evidence.meaning),
    style: STYLES.body,
    tag: tagIn(making, section, 'P', language),
    direction: directionOf(language),
    before: 4,
  };
  const what = { label: words.takesBack, value: words.kind[withdraws.kind] };
  const made = { label: words.takenBackFrom, value: moments.inFull(withdraws.at), direction: 'ltr' } as const;
  const record = { label: words.takenBackRecord, value: withdraws.envelope, direction: 'ltr' } as const;
  const when = { label: words.dateAndTime, value: moments.inFull(times.signed), direction: 'ltr' } as const;
  const note = { ...place, text: words.stays, style: STYLES.label, tag: paper.tag(section, 'P'), before: 10 };
  return together([
    ...heading(paper, section, words.decision, 30),
    ...paragraph(paper, meaning),
    ...field(paper, section, what, STYLES.strong),
    ...field(paper, section, made, STYLES.body),
    ...field(paper, section, record, STYLES.hash),
    ...signerRows(making, section, evidence),
    ...field(paper, section, when, STYLES.strong),
    ...paragraph(paper, note),
  ]);
}
