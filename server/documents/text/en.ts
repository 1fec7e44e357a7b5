import { paperFormEn } from './paperForm.en.ts';
import { slipsEn } from './slips.en.ts';
import { scannedEn } from './scanned.en.ts';
import { verbalEn } from './verbal.en.ts';

/** The words around the form's own text, in English. Every other catalogue has this shape. */
export const en = {
  locale: 'en-US',
  subject: (kind: string, code: string): string => `${kind}, check code ${code}`,
  page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
  checkCodeIs: (code: string): string => `Check code ${code}`,

  kind: { consent: 'Signed consent', declination: 'Declined, in writing', withdrawal: 'Taken back, in writing' },
  patient: 'Patient',
  practitioner: 'Practitioner who bills for it',
  decided: { consent: 'Signed', declination: 'Declined', withdrawal: 'Taken back' },
  inShort: 'In short',

  acknowledged: (when: string, language: string): string => `Acknowledged on ${when} (shown in ${language})`,
  notAcknowledged: 'Not acknowledged',
  notInLanguage: (language: string): string =>
    `This form version has no text in ${language}. The text above is the form’s first language.`,
  readBefore: 'What was acknowledged before that',
  notReached: (titles: string): string => `Not acknowledged: ${titles}.`,

  signature: 'Signature',
  decision: 'Decision',
  reason: 'Reason',
  ownWords: 'In their own words',
  printedName: 'Printed name',
  dateAndTime: 'Date and time',
  method: 'How it was signed',
  drawnWith: (tools: string): string => `Drawn by hand on the screen, with ${tools}`,
  drawn: 'Drawn by hand on the screen',
  markedWith: (tools: string): string => `A mark made by hand on the screen before a witness, with ${tools}`,
  marked: 'A mark made by hand on the screen before a witness',
  tools: { pen: 'a stylus', touch: 'a finger', mouse: 'a mouse' },
  typed: 'Typed on the screen, as a signature',
  drawingLost: 'The drawing can’t be shown here. What was recorded is kept with the evidence.',
  pictureOf: (name: string, how: string, when: string): string => `Signature of ${name}. ${how}. ${when}.`,
  witness: 'Witness of the mark',
  witnessSays: 'I saw the mark above being made by the person whose name is printed there.',
  address: 'Address',
  signsFor: 'Legal representative of',
  relationship: 'What they are to the patient',
  relationships: {
    'power-of-attorney': 'Holds a health care power of attorney',
    guardian: 'Guardian named by a court',
    spouse: 'Husband, wife or partner',
    child: 'Son or daughter',
    parent: 'Father or mother',
    other: 'Something else',
  },
  whyNotSelf: 'Why the patient does not sign',
  whys: {
    'cannot-decide': 'An illness makes it hard for the patient to understand or decide',
    'cannot-write': 'The patient is not able to write, type or make a mark',
    other: 'Another reason',
  },
  takesBack: 'What is taken back',
  takenBackFrom: 'Made on',
  takenBackRecord: 'Its record',
  stays: 'What was signed stays in the record as it is. This stands beside it.',
  noSignature: 'Saying no needs no signature.',

  evidence: 'Evidence',
  evidenceIntro: (zone: string): string =>
    `This page shows who signed what, when and with what, so that anyone can check it later. Times are in the practice’s time zone, ${zone}, by the tablet’s clock unless it says otherwise.`,
  evidenceIntroDeclined: (zone: string): string =>
    `This page shows who decided what, when and with what, so that anyone can check it later. Times are in the practice’s time zone, ${zone}, by the tablet’s clock unless it says otherwise.`,

  /** In place of the words about a tablet, where the patient used a device of their own. */
  own: {
    evidenceIntro: (zone: string): string =>
      `This page shows who signed what, when and with what, so that anyone can check it later. Times are in the practice’s time zone, ${zone}, by the clock of the patient’s own device unless it says otherwise.`,
    evidenceIntroDeclined: (zone: string): string =>
      `This page shows who decided what, when and with what, so that anyone can check it later. Times are in the practice’s time zone, ${zone}, by the clock of the patient’s own device unless it says otherwise.`,
    clock: 'Device’s clock',
    zone: 'Device’s time zone',
    staff: 'Invited by',
    device: 'Device',
    deviceWhat: 'The patient’s own, by the link in their mail',
    envelopeNumber: 'Envelope of this device',
  },

  times: 'When',
  handedOver: 'Tablet handed over',
  birthDateConfirmed: 'Birth date confirmed',
  atTry: (time: string, tries: number): string =>
    tries <= 1 ? `${time}, at the first try` : `${time}, at try ${tries}`,
  began: 'Began to read',
  signedAt: { consent: 'Signed', declination: 'Declined', withdrawal: 'Taken back' },
  practiceClock: 'By the practice’s clock',
  tabletClock: 'Tablet’s clock',
  clockNotKnown: 'Not known how far from the practice’s: never compared',
  clockExact: 'The same as the practice’s when last compared',
  clockBehind: (seconds: string): string => `${seconds} s behind the practice’s when last compared`,
  clockAhead: (seconds: string): string => `${seconds} s ahead of the practice’s when last compared`,
  tabletZone: 'Tablet’s time zone',

  notKnown: 'Not known',
  whoAndWhere: 'Who and where',
  practice: 'Practice',
  staff: 'Handed over by',
  tablet: 'Tablet',
  app: 'App version',
  browser: 'Browser',

  record: 'What was recorded',
  form: 'Form',
  formVersion: (id: string, version: string): string => `${id}, version ${version}`,
  formHash: 'Form, SHA-256',
  recordId: 'Record',
  evidenceHash: 'Evidence, SHA-256',
  envelopeHash: 'Envelope, SHA-256',
  envelopeNumber: 'Envelope of this tablet',
  nth: (count: string): string => `No. ${count}`,
  samples: 'Points of the drawing',
  checkCode: 'Check code',
  checkCodeExplained: (code: string): string => `${code}, from the first 40 bits of the evidence’s hash`,

  receipt: 'Receipt of the practice',
  receiptEntry: 'Ledger entry',
  receiptHead: 'Ledger head, SHA-256',
  receiptTime: 'Safe at the practice',
  byPracticeClock: (time: string): string => `${time}, by the practice’s clock`,
  attachment: 'The evidence as it was recorded',
  attached: 'Attached to this file',
  attachedWhat: (name: string): string => `${name}: the evidence as it was recorded, with the hash above`,
  translation: {
    kind: 'Translation for your information',
    counts: {
      consent: (language: string): string =>
        `This is a translation for your information. What was signed is the text in ${language}, and that text counts.`,
      declination: (language: string): string =>
        `This is a translation for your information. What was answered is the text in ${language}, and that text counts.`,
    },
    attachment: (language: string): string => `The text in ${language}, for information: what was signed counts`,
    attachedWhat: (name: string, language: string): string => `${name}: the text in ${language}, for your information`,
  },
  documentMade: 'This document made',

  answers: 'Questions that help to understand',
  answersNote: 'As they were answered. A miss is explained again and never stands in the way of signing.',
  answer: (text: string, right: boolean): string => (right ? `${text} (right)` : `${text} (a miss)`),

  notDrawn: 'Letters without a shape here',
  notDrawnExplained: (letters: string): string =>
    `${letters}. Each is drawn as a replacement sign; the record has the letter itself.`,

  doubts: 'Please check before you rely on this document',
  doubt: {
    form: 'The form’s text below does not have the hash that was signed.',
    evidence: 'The evidence does not have the hash it was received with.',
    receipt: 'The receipt names another envelope.',
    clauses: 'Clauses were acknowledged that this form does not have.',
  },

  paperForm: paperFormEn,
  slips: slipsEn,
  verbal: verbalEn,
  scanned: scannedEn,
};

export type DocumentText = typeof en;
