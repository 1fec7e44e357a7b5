import type { Evidence } from '../../src/contract/evidence.ts';
import type { Receipt } from '../../src/contract/receipt.ts';
import {
  filled,
  textIn,
  type Fills,
  type FormVersion,
  type InLanguages,
  type Language,
} from '../../src/domain/form.ts';
import type { Moments } from './moments.ts';
import type { Paper, Tag } from './paper.ts';
import { directionOf } from './text/catalogues.ts';
import type { DocumentText } from './text/en.ts';

export type SignedConsentInput = {
  form: FormVersion;
  evidence: Evidence;
  evidenceHash: string;
  envelopeHash: string;
  receipt: Receipt;
  practice: { name: string; phone: string; zone: string };
  staffName: string;
  deviceName: string;
  /** ISO 8601. The document holds no other present time, so that the same input makes the same bytes. */
  madeAt: string;
};

/** What makes rows of any document. */
export type Setting = {
  paper: Paper;
  words: DocumentText;
  /** The language of the document's own words. */
  language: Language;
  moments: Moments;
  /** The fills as they are put into sentences. */
  fills: Fills;
};

/** What every part of a signed document needs to make its rows. */
export type Making = Setting & { input: SignedConsentInput; code: string };

/** Between isolates (UAX 9) a right-to-left name can't turn the sentence around it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Word joiners keep a phone number on one line, and leave its spaces what they are for a search. */
export function onOneLine(phone: string): string {
  return phone.replaceAll(' ', ' \u2060');
}

export function forSentences(fills: Fills): Fills {
  return {
    patient: isolate(fills.patient),
    practice: isolate(fills.practice),
    practicePhone: isolate(onOneLine(fills.practicePhone)),
    practitioner: isolate(fills.practitioner),
    programme: isolate(fills.programme),
  };
}

/** What was recorded as already filled, the patient's name between isolates as in the other sentences. */
export function recordedText({ input }: Making, text: string): string {
  const { patient } = input.evidence.fills;
  return text.replaceAll(patient, isolate(patient));
}

/** A structure element for text in a language: named where it is not the document's (WCAG 3.1.2). */
export function tagIn(making: Pick<Making, 'paper' | 'language'>, parent: Tag, type: string, language: Language): Tag {
  return making.paper.tag(parent, type, language === making.language ? {} : { lang: language });
}

/** The language that `textIn` takes the text from. */
export function languageFound(texts: InLanguages<unknown>, wanted: Language): Language {
  return texts[wanted] === undefined ? (Object.keys(texts)[0] ?? wanted) : wanted;
}

export type SetText = { text: string; language: Language; direction: 'ltr' | 'rtl' };

/** A text of the form in a language, filled. */
export function formText(making: Making, texts: InLanguages<string>, wanted: Language): SetText {
  const language = languageFound(texts, wanted);
  return { text: filled(textIn(texts, wanted), making.fills), language, direction: directionOf(language) };
}
