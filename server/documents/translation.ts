import { filled, filledClause, textIn, type InLanguages, type Language } from '../../src/domain/form.ts';
import { boxed, field, heading } from './blocks.ts';
import { checkCode } from './checkCode.ts';
import { numbered } from './clauses.ts';
import { COLUMN, FULL_WIDTH, STYLES, TEXT_WIDTH } from './design.ts';
import { letterheadRows } from './letterhead.ts';
import { forSentences, isolate, languageFound, tagIn, type Setting, type SignedConsentInput } from './making.ts';
import { momentsIn } from './moments.ts';
import { paintPages, running } from './pages.ts';
import { newPaper, type Attachment } from './paper.ts';
import { paragraph, together, type Row } from './rows.ts';
import { catalogueFor, directionOf, nameOfLanguage } from './text/catalogues.ts';

/**
 * The text of what was answered in the form's other languages, to be attached to the document in the language that was
 * signed. Each says on its first page that it is there for information, and which language counts.
 */
export async function translations(input: SignedConsentInput): Promise<Attachment[]> {
  const { words } = catalogueFor(input.evidence.language);
  return Promise.all(
    otherLanguages(input).map(async (language) => ({
      name: translationName(language),
      description: words.translation.attachment(nameOfLanguage(language, words.locale)),
      type: 'application/pdf',
      relationship: 'Alternative' as const,
      bytes: await translation(input, language),
    })),
  );
}

/** The languages of the form that were not signed. A withdrawal's words are the app's, and stand as they were on screen. */
export function otherLanguages({ form, evidence }: SignedConsentInput): Language[] {
  return evidence.kind === 'withdrawal' ? [] : form.languages.filter((language) => language !== evidence.language);
}

export function translationName(language: Language): string {
  return `translation-${language}.pdf`;
}

type Making = Setting & { input: SignedConsentInput; wanted: Language };

async function translation(input: SignedConsentInput, wanted: Language): Promise<Uint8Array> {
  const { form, evidence, practice } = input;
  const { language, words } = catalogueFor(wanted);
  const title = filled(textIn(form.title, wanted), evidence.fills);
  const paper = newPaper({
    title: `${title}: ${evidence.fills.patient}`,
    author: practice.name,
    subject: words.translation.kind,
    language,
    madeAt: new Date(input.madeAt),
  });
  const moments = momentsIn(practice.zone, words.locale);
  const making: Making = { input, wanted, paper, words, language, moments, fills: forSentences(evidence.fills) };
  const rows = [...openingRows(making, title), ...clausesOf(making), ...decisionRows(making)];
  const head = `${words.translation.kind} · ${title} · ${isolate(evidence.fills.patient)}`;
  const foot = words.checkCodeIs(checkCode(input.evidenceHash));
  paintPages(paper, rows, running(paper, { head, foot, pageOf: words.page }));
  return paper.bytes();
}

function openingRows(making: Making, title: string): Row[] {
  const { input, paper, words, wanted } = making;
  const place = { x: COLUMN.edge, width: FULL_WIDTH, direction: directionOf(wanted) };
  const inBox = { x: COLUMN.edge + 16, width: FULL_WIDTH - 32 };
  const { root } = paper;
  const h1 = tagIn(making, root, 'H1', languageFound(input.form.title, wanted));
  const signed = nameOfLanguage(input.evidence.language, words.locale);
  return [
    ...letterheadRows(paper, root, input.practice),
    ...paragraph(paper, {
      ...place,
      text: words.translation.kind,
      style: STYLES.kind,
      before: 26,
      tag: paper.tag(root, 'P'),
    }),
    ...paragraph(paper, { ...place, text: title, style: STYLES.title, tag: h1, before: 2, balanced: true }),
    ...boxed(
      paper,
      together(
        paragraph(paper, {
          ...inBox,
          text: words.translation.counts[input.evidence.kind === 'declination' ? 'declination' : 'consent'](signed),
          style: STYLES.strong,
          tag: paper.tag(root, 'P'),
        }),
      ),
      'calm',
    ),
  ];
}

function clausesOf(making: Making): Row[] {
  const { input, paper, fills, wanted } = making;
  return input.form.clauses.flatMap((clause, index) => {
    const text = filledClause(clause, wanted, fills);
    const section = tagIn(making, paper.root, 'Sect', languageFound(clause.text, wanted));
    const place = { x: COLUMN.text, width: TEXT_WIDTH, direction: directionOf(wanted) };
    const set = (words: string, style: keyof typeof STYLES, before: number): Row[] =>
      paragraph(paper, { ...place, text: words, style: STYLES[style], tag: paper.tag(section, 'P'), before });
    const title = paper.tag(section, 'H2');
    const rows = paragraph(paper, { ...place, text: text.title, style: STYLES.heading, tag: title, before: 26 });
    return [
      ...together(numbered(paper, title, rows, index + 1), true),
      ...together(set(text.summary, 'strong', 4), true),
      ...text.body.flatMap((words) => set(words, 'body', 6)),
      ...set(text.acknowledge, 'strong', 6),
    ];
  });
}

/** What the signature, or the no, says. */
function decisionRows({ input, paper, words, fills, wanted }: Making): Row[] {
  const { form, evidence } = input;
  const section = paper.tag(paper.root, 'Sect');
  const bySelf = evidence.signer.capacity === 'patient';
  const said = (texts: InLanguages<string>): Row[] =>
    paragraph(paper, {
      x: COLUMN.text,
      width: TEXT_WIDTH,
      text: filled(textIn(texts, wanted), fills),
      style: STYLES.body,
      tag: paper.tag(section, 'P'),
      direction: directionOf(wanted),
    });
  if (evidence.kind !== 'declination') {
    const meaning = bySelf ? form.meaning : form.representativeMeaning;
    return [...heading(paper, section, words.signature), ...said(meaning)];
  }
  const meaning = bySelf ? form.declineMeaning : form.representativeDeclineMeaning;
  const reason = form.declineReasons.find(({ id }) => id === evidence.reason);
  return [
    ...heading(paper, section, words.decision),
    ...said(meaning),
    ...(reason
      ? field(paper, section, { label: words.reason, value: textIn(reason.text, wanted) }, STYLES.strong)
      : []),
  ];
}
