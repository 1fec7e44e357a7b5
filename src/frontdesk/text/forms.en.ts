import type { LegalElement } from '../../domain/legalElements.ts';

/** What the law asks for, as an administrator would say it. */
const elements: Record<LegalElement, string> = {
  'esign.paper-right': 'the right to get the forms on paper',
  'esign.withdraw': 'that one may go back to paper, and how',
  'esign.withdraw-consequences': 'what follows from going back to paper, and that it costs nothing',
  'esign.scope': 'which papers this yes covers',
  'esign.contact-update': 'how to tell a new address',
  'esign.copy': 'how to get a copy on paper',
  'esign.paper-fee': 'what a copy on paper costs',
  'esign.hardware-software': 'what a phone or computer needs',
  'cms.what': 'what Chronic Care Management is',
  'cms.reach': 'how to reach the care team at any hour',
  'cms.programme': 'that the form is for this program only',
  'cms.cost': 'that a share of the cost may be due',
  'cms.one-practitioner': 'that only one practitioner is paid in a month',
  'cms.names-practitioner': 'the name of that practitioner',
  'cms.stop': 'that one may stop at any time, and how',
  'cms.stop-effective': 'that it ends with the last day of the month',
  'cms.sharing': 'that those who care share health information',
  'cms.care-plan-copy': 'that there is a copy of the care plan',
  'cms.voluntary': 'that one does not have to join',
  'cms.decline-recorded': 'that yes and no are both written down',
  'cms.consent-anew': 'that another practitioner has to ask again',
};

/** Versions of the form, for the administrator. */
export const formsEn = {
  title: 'Form',
  lead: 'What patients read and sign. A version never changes: a new text is a new version.',
  caption: 'Versions of the form',
  version: 'Version',
  since: 'For new invitations since',
  sinceBy: (when: string, who: string): string => `${when}, by ${who}`,
  sinceStart: (when: string): string => `${when}, with the practice`,
  answers: 'Answers on it',
  waiting: 'Waiting with it',
  state: 'State',
  current: 'In use now',
  earlier: 'Earlier',
  action: 'Text',
  read: 'Read',
  readOf: (version: string): string => `Read version ${version}`,
  back: 'Back to Form',
  missing: 'This version could not be found',

  offeredTitle: (version: string): string => `Version ${version} came with the program`,
  offeredText: 'It is newer than what this practice has. Read it, and use it if it suits you.',

  draftTitle: 'A new version is being written',
  draftBy: (who: string, when: string): string => `${who} changed it last, ${when}.`,
  goOn: 'Go on writing',
  throwAway: 'Throw it away',
  throwAwaySure: 'What was written is gone for good then. Versions that were used are not touched.',
  throwAwayYes: 'Yes, throw it away',
  keep: 'Keep it',

  readTitle: (version: string): string => `Version ${version}`,
  readLead: 'As a patient reads it. The patient’s name here is only an example.',
  language: 'Language of the form',
  examplePatient: 'Eleanor Hernandez',
  examplePractitioner: 'the practitioner',
  agrees: 'The patient ticks:',
  rightAnswer: 'right',
  explain: 'Shown after a wrong answer:',
  makeFrom: 'Make a new version from this one',
  making: 'Making it…',
  makeHint: 'You get all its texts to change. Nothing is used until you say so.',
  useThis: 'Use this version',

  useTitle: (version: string): string => `Use version ${version} from now on?`,
  useWhat: 'New invitations get it. Answers on other versions stay valid and stay as they are.',
  waitingTitle: (count: number): string =>
    count === 1
      ? '1 invitation waits with another version, and the patient has not seen it yet'
      : `${count} invitations wait with other versions, and the patients have not seen them yet`,
  move: 'Move to this version',
  leave: 'Leave as it is',
  others: (count: number): string =>
    count === 1
      ? '1 more was handed over, mailed or printed already. It keeps its version.'
      : `${count} more were handed over, mailed or printed already. They keep their version.`,
  use: 'Use this version from now on',
  using: 'One moment…',
  notNow: 'Not now',

  writeTitle: 'New version',
  writeLead: (base: string): string =>
    `Made from version ${base}. It is saved as you type, and used only when you say so.`,
  name: 'Name of this version',
  nameHint: 'It stands on every form that is signed. At most 40 characters.',
  nameMissing: 'Enter a name for this version.',
  nameLong: 'This name is too long. Use at most 40 characters.',
  placeholdersTitle: 'Names in braces',
  placeholdersText:
    'These are filled in for each patient. Keep them as they are written, and put them where the name should stand.',
  placeholders: {
    patient: 'the patient',
    practice: 'the practice',
    practicePhone: 'the practice’s phone',
    practitioner: 'the billing practitioner',
    programme: 'the program',
  },
  saved: (when: string): string => `Saved ${when}.`,
  typing: 'Not saved yet…',
  saving: 'Saving…',
  notSaved: 'This is not saved.',
  changedMeanwhile: 'Someone else changed this version meanwhile. What you typed since your last save is not kept.',
  loadTheirs: 'Show what they wrote',
  nothingWrong: 'Nothing has to be put right.',
  wrongTitle: (count: number): string =>
    count === 1 ? 'One thing has to be put right first' : `${count} things have to be put right first`,
  adviceTitle: (count: number): string => (count === 1 ? 'One thing to look at' : `${count} things to look at`),

  sections: {
    title: 'Title of the form',
    meanings: 'Words above the signature',
    summary: 'What was agreed, in four lines',
    reasons: 'Reasons for a no',
  },
  clauseTitle: (number: number, title: string): string => `Part ${number}: ${title}`,
  questionTitle: (number: number): string => `Question ${number}`,
  tells: 'This part has to tell:',
  labels: {
    title: 'Heading',
    summary: 'In short',
    body: 'Text',
    acknowledge: 'What the patient ticks',
    question: 'Question',
    explain: 'Shown after a wrong answer',
    meaning: 'When the patient signs',
    representativeMeaning: 'When a legal representative signs',
    declineMeaning: 'When the patient says no',
    representativeDeclineMeaning: 'When a legal representative says no',
  },
  answerLabel: (letter: string): string => `Answer ${letter}`,
  lineLabel: (number: string): string => `Line ${number}`,
  reasonLabel: (number: number): string => `Reason ${number}`,
  inLanguage: (label: string, language: string): string => `${label}, ${language}`,
  bodyHint: 'An empty line begins a new paragraph.',
  whichRight: 'Which answer is right?',

  gradeOf: (language: string, grade: string): string => `${language}: reads at grade ${grade}`,
  easeOf: (language: string, inflesz: string, huerta: string): string =>
    `${language}: INFLESZ ${inflesz}, Fernández Huerta ${huerta}`,
  hard: (level: string): string => `${level}. Hard to read: use shorter sentences and simpler words.`,
  problemsIn: (count: number): string => (count === 1 ? '1 thing to put right' : `${count} things to put right`),

  problems: {
    missing: 'This text is missing.',
    tooLong: (most: number): string => `This is too long. Use at most ${most} characters.`,
    unknown: (name: string): string => `${name} is no name that can be filled in. Check how it is written.`,
    lost: (name: string): string => `${name} stood here before. Check whether it should.`,
    lostName: (name: string): string => `${name} has to stand here: the signature needs it.`,
    paragraphs: (has: number, other: string, otherHas: number): string =>
      `This has ${has} paragraphs, and ${other} has ${otherHas}. Each paragraph needs its counterpart.`,
    right: 'Choose the one right answer.',
    otherParts: 'The parts of this form are not those of the version it was made from. Throw it away and begin again.',
    element: (element: string): string => `The law asks for this, and it is not told any more: ${element}.`,
    elementIn: (element: string, language: string): string =>
      `The law asks for this, and the text in ${language} does not tell it any more: ${element}.`,
    words: (words: string): string => `Looked for: ${words}.`,
    or: 'or',
    and: 'and',
    where: (problem: string, place: string): string => `${place}: ${problem}`,
  },
  elements,
};
