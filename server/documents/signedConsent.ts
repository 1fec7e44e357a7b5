import { filled, textIn } from '../../src/domain/form.ts';
import { canonicalBytes } from '../../src/contract/digest.ts';
import type { Sealer } from '../seal/sealer.ts';
import { checkCode } from './checkCode.ts';
import { clauseRows } from './clauses.ts';
import { declinationRows, readBeforeRows } from './declining.ts';
import { doubtsAbout } from './doubts.ts';
import { evidenceRows } from './evidencePage.ts';
import { forSentences, isolate, type Making, type SignedConsentInput } from './making.ts';
import { momentsIn } from './moments.ts';
import { openingRows } from './opening.ts';
import { paintPages, running } from './pages.ts';
import { newPaper } from './paper.ts';
import type { Row } from './rows.ts';
import { signatureRows } from './signing.ts';
import { withdrawalRows } from './withdrawing.ts';
import { translations } from './translation.ts';
import { catalogueFor } from './text/catalogues.ts';

export type { SignedConsentInput } from './making.ts';

/**
 * The signed consent, the declination, or the withdrawal of either, as a tagged PDF in the language that was signed, with
 * the evidence itself as an attachment whose SHA-256 is the evidence's hash, and the text in the form's other languages
 * as one more each, under the practice's seal. The same input
 * gives the same bytes. What the input lacks or contradicts stands in the document; it is made all the same.
 */
export async function signedConsent(input: SignedConsentInput, sealer?: Sealer): Promise<Uint8Array> {
  const { form, evidence, practice } = input;
  const { language, words } = catalogueFor(evidence.language);
  const code = checkCode(input.evidenceHash);
  const formTitle = filled(textIn(form.title, evidence.language), evidence.fills);
  const paper = newPaper({
    title: `${formTitle}: ${evidence.fills.patient}`,
    author: practice.name,
    subject: words.subject(words.kind[evidence.kind], code),
    language,
    madeAt: new Date(input.madeAt),
    source: { name: 'evidence.json', description: words.attachment, bytes: canonicalBytes(evidence) },
    attachments: await translations(input),
  });
  const fills = forSentences(evidence.fills);
  const making: Making = {
    input,
    paper,
    words,
    language,
    moments: momentsIn(practice.zone, words.locale),
    fills,
    code,
  };
  const rows = [...openingRows(making, await doubtsAbout(input)), ...decisionRows(making), ...evidenceRows(making)];
  const head = `${formTitle} · ${isolate(evidence.fills.patient)}`;
  paintPages(paper, rows, running(paper, { head, foot: words.checkCodeIs(code), pageOf: words.page }));
  return paper.bytes(sealer);
}

function decisionRows(making: Making): Row[] {
  const { evidence, form } = making.input;
  if (evidence.kind === 'declination') return [...declinationRows(making, evidence), ...readBeforeRows(making)];
  if (evidence.kind === 'withdrawal') return withdrawalRows(making, evidence);
  return [...form.clauses.flatMap((clause) => clauseRows(making, clause)), ...signatureRows(making, evidence)];
}
