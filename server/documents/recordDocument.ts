import { canonicalBytes, digestOf, formHash } from '../../src/contract/digest.ts';
import type { VerbalRecord } from '../../src/contract/practiceRecord.ts';
import { filled, filledClause, textIn, type Clause, type FormVersion } from '../../src/domain/form.ts';
import type { Sealer } from '../seal/sealer.ts';
import { boxed, field, group, heading, type TableLine } from './blocks.ts';
import { checkCode } from './checkCode.ts';
import { numbered } from './clauses.ts';
import { COLUMN, FULL_WIDTH, STYLES, TEXT_WIDTH } from './design.ts';
import { notDrawnRows } from './evidencePage.ts';
import { letterheadRows } from './letterhead.ts';
import { forSentences, isolate, languageFound, tagIn, type Setting } from './making.ts';
import { momentsIn } from './moments.ts';
import { summaryRows } from './opening.ts';
import { paintPages, running } from './pages.ts';
import { newPaper } from './paper.ts';
import { paragraph, space, together, type Row } from './rows.ts';
import { catalogueFor, directionOf, nameOfLanguage } from './text/catalogues.ts';

export type RecordDocumentInput = {
  form: FormVersion;
  record: VerbalRecord;
  recordHash: string;
  practice: { name: string; phone: string; zone: string };
  /** Who wrote it down; empty where that is not known any more. */
  recordedByName: string;
  /** The record's entry in the ledger. */
  ledgerSeq: number;
  /** ISO 8601. */
  madeAt: string;
};

type Making = Setting & { input: RecordDocumentInput; code: string };

/**
 * An answer by word of mouth, with all that was read aloud, in the look and under the seal of what is signed; the record
 * itself is attached. The same input gives the same bytes.
 */
export async function recordDocument(input: RecordDocumentInput, sealer?: Sealer): Promise<Uint8Array> {
  const { form, record, practice } = input;
  const { language, words } = catalogueFor(record.language);
  const code = checkCode(input.recordHash);
  const title = filled(textIn(form.title, record.language), record.fills);
  const paper = newPaper({
    title: `${title}: ${record.fills.patient}`,
    author: practice.name,
    subject: words.subject(words.verbal.kind[record.answer], code),
    language,
    madeAt: new Date(input.madeAt),
    source: { name: 'record.json', description: words.verbal.attachment, bytes: canonicalBytes(record) },
  });
  const moments = momentsIn(practice.zone, words.locale);
  const making: Making = { input, paper, words, language, moments, fills: forSentences(record.fills), code };
  const rows = [
    ...openingRows(making, title),
    ...(await doubtRows(making)),
    ...factRows(making),
    ...(record.answer === 'consent' ? summaryRows(making, form, record.language) : []),
    ...answerRows(making),
    ...scriptRows(making),
    ...evidenceRows(making),
  ];
  const head = `${title} · ${isolate(record.fills.patient)}`;
  paintPages(paper, rows, running(paper, { head, foot: words.checkCodeIs(code), pageOf: words.page }));
  return paper.bytes(sealer);
}

function openingRows(making: Making, title: string): Row[] {
  const { input, paper, words } = making;
  const { language } = input.record;
  const place = { x: COLUMN.edge, width: FULL_WIDTH, direction: directionOf(language) };
  const kind = { ...place, text: words.verbal.kind[input.record.answer], style: STYLES.kind, before: 26 };
  const found = languageFound(input.form.title, language);
  const heading1 = {
    ...place,
    text: title,
    style: STYLES.title,
    tag: tagIn(making, paper.root, 'H1', found),
    before: 2,
  };
  return [
    ...letterheadRows(paper, paper.root, input.practice),
    ...paragraph(paper, { ...kind, tag: paper.tag(paper.root, 'P') }),
    ...paragraph(paper, { ...heading1, balanced: true }),
    ...markRows(making),
  ];
}

/** Nobody may take it for a signed one. */
function markRows({ input, paper, words }: Making): Row[] {
  const place = { x: COLUMN.edge + 16, width: FULL_WIDTH - 32 };
  const { answer, readBy } = input.record;
  const set = (text: string, style: 'strong' | 'body'): Row[] =>
    paragraph(paper, { ...place, text, style: STYLES[style], tag: paper.tag(paper.root, 'P') });
  const what = words.verbal.markWhat[answer](isolate(readBy));
  return boxed(paper, together([...set(words.verbal.mark, 'strong'), ...set(what, 'body')]), 'calm');
}

async function doubtRows({ input, paper, words }: Making): Promise<Row[]> {
  const { form, record, recordHash } = input;
  const doubts = [
    ...((await formHash(form)) === record.form.hash ? [] : [words.verbal.doubt.form]),
    ...((await digestOf(record)) === recordHash ? [] : [words.verbal.doubt.record]),
  ];
  if (doubts.length === 0) return [];
  const place = { x: COLUMN.edge + 16, width: FULL_WIDTH - 28 };
  const set = (text: string, style: 'alarm' | 'small'): Row[] =>
    paragraph(paper, { ...place, text, style: STYLES[style], tag: paper.tag(paper.root, 'P'), before: 2 });
  return boxed(paper, [...set(words.doubts, 'alarm'), ...doubts.flatMap((one) => set(one, 'small'))], 'alarm');
}

function factRows({ input, paper, words, moments }: Making): Row[] {
  const { record } = input;
  const answered = { label: words.verbal.answered[record.answer], value: moments.inFull(record.answeredAt) };
  return [
    space(4),
    ...field(paper, paper.root, { label: words.patient, value: record.fills.patient }, STYLES.value),
    ...field(paper, paper.root, { label: words.practitioner, value: record.fills.practitioner }, STYLES.strong),
    ...field(paper, paper.root, { ...answered, direction: 'ltr' }, STYLES.strong),
  ];
}

function answerRows({ input, paper, words }: Making): Row[] {
  const { record, form } = input;
  const section = paper.tag(paper.root, 'Sect');
  const reason = form.declineReasons.find(({ id }) => id === record.reason);
  const reasonText = reason ? textIn(reason.text, record.language) : record.reason;
  return together([
    ...heading(paper, section, words.verbal.answer),
    ...field(paper, section, { label: words.verbal.said, value: record.said.trim() || words.notKnown }, STYLES.body),
    ...(reasonText === null ? [] : field(paper, section, { label: words.reason, value: reasonText }, STYLES.strong)),
    ...field(paper, section, { label: words.verbal.how, value: words.verbal.ways[record.by] }, STYLES.body),
    ...field(paper, section, { label: words.verbal.readBy, value: record.readBy }, STYLES.strong),
  ]);
}

/** What is about signing on a screen was not read. */
function scriptRows(making: Making): Row[] {
  const { input, paper, words } = making;
  const { form, record } = input;
  const version = words.formVersion(record.form.id, record.form.version);
  const note = words.verbal.scriptNote(version, nameOfLanguage(record.language, words.locale));
  const place = { x: COLUMN.edge, width: FULL_WIDTH, style: STYLES.label };
  return [
    ...heading(paper, paper.root, words.verbal.script, 30),
    ...together(paragraph(paper, { ...place, text: note, tag: paper.tag(paper.root, 'P') }), true),
    ...form.clauses
      .filter(({ kind }) => kind === 'clause')
      .flatMap((clause, index) => clauseRows(making, clause, index)),
  ];
}

function clauseRows(making: Making, clause: Clause, index: number): Row[] {
  const { input, paper, fills } = making;
  const language = languageFound(clause.text, input.record.language);
  const text = filledClause(clause, language, fills);
  const section = tagIn(making, paper.root, 'Sect', language);
  const place = { x: COLUMN.text, width: TEXT_WIDTH, direction: directionOf(language) };
  const set = (words: string, style: 'strong' | 'body', before: number): Row[] =>
    paragraph(paper, { ...place, text: words, style: STYLES[style], tag: paper.tag(section, 'P'), before });
  const tag = paper.tag(section, 'H3');
  const title = paragraph(paper, {
    ...place,
    text: text.title,
    style: STYLES.heading,
    tag,
    before: index === 0 ? 14 : 22,
  });
  return [
    ...together(numbered(paper, tag, title, index + 1), true),
    ...together(set(text.summary, 'strong', 4), true),
    ...text.body.flatMap((words) => set(words, 'body', 6)),
  ];
}

function evidenceRows(making: Making): Row[] {
  const { input, paper, words, moments, code } = making;
  const { record, practice } = input;
  const section = paper.tag(paper.root, 'Sect');
  const [first, ...rest] = heading(paper, section, words.evidence, 0);
  const intro = { style: STYLES.cellLabel, x: COLUMN.edge, width: FULL_WIDTH, before: 2, tag: paper.tag(section, 'P') };
  const times: TableLine[] = [
    { label: words.verbal.answered[record.answer], value: moments.second(record.answeredAt) },
    { label: words.verbal.recorded, value: words.byPracticeClock(moments.second(record.recordedAt)) },
    { label: words.documentMade, value: words.byPracticeClock(moments.second(input.madeAt)) },
  ];
  const places: TableLine[] = [
    { label: words.practice, value: practice.name },
    { label: words.verbal.readBy, value: record.readBy },
    { label: words.verbal.recordedBy, value: input.recordedByName || words.notKnown },
  ];
  const kept: TableLine[] = [
    { label: words.form, value: words.formVersion(record.form.id, record.form.version) },
    { label: words.formHash, value: record.form.hash, style: STYLES.hash },
    { label: words.recordId, value: record.id, style: STYLES.hash },
    { label: words.verbal.recordHash, value: input.recordHash, style: STYLES.hash },
    { label: words.attached, value: words.verbal.attachedWhat('record.json') },
    { label: words.checkCode, value: words.verbal.checkCodeExplained(code) },
    { label: words.receiptEntry, value: words.nth(new Intl.NumberFormat(words.locale).format(input.ledgerSeq)) },
  ];
  return [
    ...(first ? [{ ...first, newPage: true }] : []),
    ...rest,
    ...paragraph(paper, { ...intro, text: words.verbal.evidenceIntro(moments.zone) }),
    ...group(paper, section, words.times, times),
    ...group(paper, section, words.whoAndWhere, places),
    ...group(paper, section, words.record, kept),
    ...notDrawnRows(making, section),
  ];
}
