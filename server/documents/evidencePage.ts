import { filled, textIn } from '../../src/domain/form.ts';
import { group, heading, type TableLine } from './blocks.ts';
import { COLUMN, FULL_WIDTH, STYLES } from './design.ts';
import type { Making } from './making.ts';
import type { Tag } from './paper.ts';
import { paragraph, together, type Row } from './rows.ts';
import { nameOfLanguage } from './text/catalogues.ts';
import { otherLanguages, translationName } from './translation.ts';

/** The last page: who, when and with what, for whoever checks the document later. */
export function evidenceRows(making: Making): Row[] {
  const { input, paper, words, moments } = making;
  const section = paper.tag(paper.root, 'Sect');
  const { kind } = input.evidence;
  const intros = isOwn(making) ? words.own : words;
  const intro = kind === 'consent' ? intros.evidenceIntro : intros.evidenceIntroDeclined;
  const [first, ...rest] = heading(paper, section, words.evidence, 0);
  const place = { style: STYLES.cellLabel, x: COLUMN.edge, width: FULL_WIDTH, before: 2 };
  return [
    ...(first ? [{ ...first, newPage: true }] : []),
    ...rest,
    ...paragraph(paper, { ...place, text: intro(moments.zone), tag: paper.tag(section, 'P') }),
    ...group(making.paper, section, words.times, timeLines(making)),
    ...group(making.paper, section, words.whoAndWhere, placeLines(making)),
    ...group(making.paper, section, words.record, recordLines(making)),
    ...group(making.paper, section, words.receipt, receiptLines(making)),
    ...answerRows(making, section),
    ...notDrawnRows(making, section),
  ];
}

/** Whether no tablet was handed over: the patient used a device of their own. */
function isOwn({ input }: Pick<Making, 'input'>): boolean {
  return input.evidence.where === 'own-device';
}

function timeLines({ input, words, moments }: Making): TableLine[] {
  const { times, identity, kind } = input.evidence;
  const { clockOffset } = times;
  const own = isOwn({ input });
  const corrected = clockOffset === null ? undefined : shifted(times.signed, clockOffset);
  return [
    ...(own ? [] : [{ label: words.handedOver, value: moments.second(times.handedOff) }]),
    { label: words.birthDateConfirmed, value: words.atTry(moments.second(identity.at), identity.tries) },
    { label: words.began, value: moments.second(times.began) },
    { label: words.signedAt[kind], value: moments.second(times.signed) },
    ...(corrected ? [{ label: words.practiceClock, value: moments.second(corrected) }] : []),
    { label: own ? words.own.clock : words.tabletClock, value: clock(words, clockOffset) },
    { label: own ? words.own.zone : words.tabletZone, value: times.zone },
  ];
}

function shifted(iso: string, milliseconds: number): string | undefined {
  const time = new Date(Date.parse(iso) + milliseconds);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** `offset` is server minus tablet: positive when the tablet is behind. */
function clock(words: Making['words'], offset: number | null): string {
  if (offset === null) return words.clockNotKnown;
  const seconds = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(Math.abs(offset) / 1000);
  if (Math.abs(offset) < 50) return words.clockExact;
  return offset > 0 ? words.clockBehind(seconds) : words.clockAhead(seconds);
}

function placeLines({ input, words }: Making): TableLine[] {
  const own = isOwn({ input });
  return [
    { label: words.practice, value: input.practice.name },
    { label: own ? words.own.staff : words.staff, value: input.staffName || words.notKnown },
    own
      ? { label: words.own.device, value: words.own.deviceWhat }
      : { label: words.tablet, value: input.deviceName || words.notKnown },
    { label: words.app, value: input.evidence.app },
    { label: words.browser, value: input.evidence.agent || words.notKnown, style: STYLES.hash },
  ];
}

function recordLines({ input, words, code }: Making): TableLine[] {
  const { evidence } = input;
  const count = (value: number): string => new Intl.NumberFormat(words.locale).format(value);
  const drawn = evidence.kind === 'consent' && evidence.signature.how !== 'typed' ? evidence.signature : undefined;
  return [
    { label: words.form, value: words.formVersion(evidence.form.id, evidence.form.version) },
    { label: words.formHash, value: evidence.form.hash, style: STYLES.hash },
    { label: words.recordId, value: evidence.id, style: STYLES.hash },
    { label: words.evidenceHash, value: input.evidenceHash, style: STYLES.hash },
    { label: words.attached, value: words.attachedWhat('evidence.json') },
    ...otherLanguages(input).map((language) => ({
      label: words.attached,
      value: words.translation.attachedWhat(translationName(language), nameOfLanguage(language, words.locale)),
    })),
    { label: words.envelopeHash, value: input.envelopeHash, style: STYLES.hash },
    {
      label: isOwn({ input }) ? words.own.envelopeNumber : words.envelopeNumber,
      value: words.nth(count(evidence.counter)),
    },
    ...(drawn ? [{ label: words.samples, value: count(drawn.samples) }] : []),
    { label: words.checkCode, value: words.checkCodeExplained(code) },
  ];
}

function receiptLines({ input, words, moments }: Making): TableLine[] {
  const { receipt } = input;
  return [
    { label: words.receiptEntry, value: words.nth(new Intl.NumberFormat(words.locale).format(receipt.seq)) },
    { label: words.receiptHead, value: receipt.head, style: STYLES.hash },
    { label: words.receiptTime, value: words.byPracticeClock(moments.second(receipt.time)) },
    { label: words.documentMade, value: words.byPracticeClock(moments.second(input.madeAt)) },
  ];
}

function answerRows(making: Making, section: Tag): Row[] {
  const { input, paper, words, moments, fills } = making;
  const { answers, language } = input.evidence;
  if (answers.length === 0) return [];
  const place = { x: COLUMN.edge, width: FULL_WIDTH };
  const lines = answers.map((given) => {
    const question = input.form.questions.find((one) => one.id === given.question);
    const text = question && textIn(question.text, language);
    const said = text?.answers.find((one) => one.id === given.answer)?.text ?? given.answer;
    return {
      label: filled(text?.question ?? given.question, fills),
      value: `${words.answer(filled(said, fills), given.right)}\n${moments.second(given.at)}`,
    };
  });
  const [head, ...rest] = group(making.paper, section, words.answers, lines);
  const note = { ...place, text: words.answersNote, style: STYLES.cellLabel, tag: paper.tag(section, 'P') };
  return [...(head ? [head] : []), ...together(paragraph(paper, note), true), ...rest];
}

/** Composed last: the letters without a shape are known when all other text is set. */
export function notDrawnRows({ paper, words }: Pick<Making, 'paper' | 'words'>, section: Tag): Row[] {
  if (paper.missing.size === 0) return [];
  const codes = [...paper.missing].flatMap((letters) => [...letters]).map(codePoint);
  const list = new Intl.ListFormat(words.locale, { type: 'unit' }).format([...new Set(codes)]);
  const place = { x: COLUMN.edge, width: FULL_WIDTH };
  const head = { ...place, text: words.notDrawn, style: STYLES.subheading, tag: paper.tag(section, 'H3'), before: 8 };
  const note = { ...place, text: words.notDrawnExplained(list), style: STYLES.cell, tag: paper.tag(section, 'P') };
  return [...together(paragraph(paper, head), true), ...paragraph(paper, note)];
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
