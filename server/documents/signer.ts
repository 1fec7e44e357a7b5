import type { Evidence, RepresentativeSigner } from '../../src/contract/evidence.ts';
import { field } from './blocks.ts';
import { STYLES } from './design.ts';
import type { Making } from './making.ts';
import type { Tag } from './paper.ts';
import type { Row } from './rows.ts';

/** Who answered: the printed name, and of a legal representative for whom, as what, and why. */
export function signerRows(making: Making, section: Tag, { signer, fills }: Evidence): Row[] {
  const { paper, words } = making;
  const name = { label: words.printedName, value: signer.printedName };
  if (signer.capacity === 'patient') return field(paper, section, name, STYLES.value);
  return [
    ...field(paper, section, name, STYLES.value),
    ...field(paper, section, { label: words.signsFor, value: fills.patient }, STYLES.strong),
    ...field(paper, section, { label: words.relationship, value: relationshipOf(making, signer) }, STYLES.body),
    ...field(paper, section, { label: words.whyNotSelf, value: whyOf(making, signer) }, STYLES.body),
  ];
}

function relationshipOf({ words }: Making, { relationship, relationshipWords }: RepresentativeSigner): string {
  return withWords(words.relationships[relationship], relationshipWords);
}

function whyOf({ words }: Making, { whyNotSelf, whyNotSelfWords }: RepresentativeSigner): string {
  return withWords(words.whys[whyNotSelf], whyNotSelfWords);
}

function withWords(text: string, said: string): string {
  return said ? `${text}: ${said}` : text;
}
