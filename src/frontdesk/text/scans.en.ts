import type { PageReason, PageState, ScanSource } from '../../contract/scansApi.ts';
import type { SignatureBox } from '../../domain/paperForm.ts';

const sources: Record<ScanSource, string> = {
  upload: 'Sent from this page',
  camera: 'Pictures from a tablet',
  folder: 'From the watched folder',
};

const reasons: Record<PageReason, string> = {
  'no-code': 'No code could be read on it.',
  'several-codes': 'There is more than one sheet in this picture. Scan each sheet by itself, or match it by hand.',
  'unknown-invitation': 'Its code names an invitation that this practice does not have.',
  'not-whole': 'Its code can be read, but the sheet is not all in the picture, or other things are. Look at it first.',
  unreadable: 'This page could not be read. Open the original to see it.',
  blank: 'Nothing is on it.',
};

const pageStates: Record<PageState, string> = {
  matched: 'With its invitation',
  inbox: 'Waiting to be matched',
  aside: 'Set aside',
  confirmed: 'Part of a confirmed form',
};

const boxes: Record<SignatureBox, string> = {
  patient: 'patient',
  witness: 'witness',
  representative: 'legal representative',
};

const whoSigned: Record<SignatureBox, string> = {
  patient: 'the patient',
  witness: 'the witness',
  representative: 'the legal representative',
};

/** Scans of paper forms. */
export const scansEn = {
  title: 'Scans',
  boxes,
  whoSigned,
  lead: 'Signed paper forms come in here. Each page finds its patient by the code printed on it.',

  drop: {
    title: 'Send scans',
    hint: 'PDF, TIFF, JPEG or PNG, up to 40 MB and 200 pages a file. Pages of several patients in one file are fine.',
    choose: 'Choose files',
    or: 'or drop them here',
    folder: 'Files that a fax machine puts into the watched folder arrive here by themselves.',
    sending: (percent: number): string => `Sending, ${percent}%`,
    waiting: 'Waiting its turn',
    arrived: 'Arrived. What becomes of it stands below.',
    known: 'This file is here already. It was not kept twice.',
    refused: 'Not taken',
    list: 'Files you sent',
    again: 'Try again',
    clear: 'Clear this list',
  },

  waiting: {
    title: 'Forms to confirm',
    none: 'No form is waiting to be confirmed.',
    caption: 'Forms whose pages are here',
    patient: 'Patient',
    pages: 'Pages here',
    since: 'Since',
    state: 'State',
    over: 'Answered or ended: look at it',
    method: (method: string): string => `Sign Forms is ${method} now: look at it`,
    ready: 'Ready to look at',
  },

  inbox: {
    title: 'Pages to match by hand',
    none: 'No page is waiting. Every page has found its patient.',
    count: (count: number): string => (count === 1 ? '1 page waits' : `${count} pages wait`),
    page: (place: number, file: string): string => `Page ${place} of the file ${file}`,
    told: (page: number, pages: number): string => `By its code it is page ${page} of ${pages} of a form.`,
  },

  files: {
    title: 'Files',
    none: 'Nothing has come in yet.',
    caption: 'Files that came in, the newest first',
    name: 'File',
    came: 'Came in',
    what: 'What became of it',
    sources,
    from: (who: string, when: string): string => `${when}, from ${who}`,
    reading: (read: number, pages: number | null): string =>
      pages === null ? 'Is being read' : `Is being read: ${read} of ${pages} pages`,
    counts: (matched: number, inbox: number, aside: number): string =>
      [
        `${matched} with ${matched === 1 ? 'its patient' : 'their patients'}`,
        ...(inbox > 0 ? [`${inbox} to match by hand`] : []),
        ...(aside > 0 ? [`${aside} set aside`] : []),
      ].join(', '),
    back: 'Back to Scans',
    missing: 'This file could not be found',
    original: 'Save the original file',
    pages: 'Pages of this file',
  },

  page: {
    alt: (place: number, file: string): string => `Page ${place} of the file ${file}, as scanned`,
    altForm: (page: number): string => `Page ${page} of the form, as scanned`,
    noPicture: 'There is no picture of this page.',
    larger: 'Show larger',
    smaller: 'Show smaller',
    turn: 'Turn',
    turnOf: (name: string): string => `Turn ${name}`,
    match: 'Match with a patient',
    aside: 'Set aside',
    back: 'Take it back',
    states: pageStates,
    reasons,
    byHand: 'Matched by hand',
    settled: (who: string, when: string): string => `${who}, ${when}`,
    invitation: 'Open the invitation',
  },

  match: {
    title: 'Whose page is this?',
    search: 'Find the patient',
    searchHint: 'Name, birth date or record number.',
    patient: 'Patient',
    nobody: 'Nobody was found.',
    born: (day: string): string => `born ${day}`,
    page: 'Page number',
    pageHint: 'It stands at the foot of the page.',
    pages: 'Of how many',
    button: 'This is their page',
    busy: 'Matching…',
    cancel: 'Not now',
    failed: 'The page is not matched.',
  },

  aside: {
    title: 'Set this page aside?',
    why: 'Why?',
    hint: 'Such as “a cover sheet”. The page is kept and can be taken back.',
    button: 'Set it aside',
    busy: 'Setting aside…',
    cancel: 'Keep it here',
    failed: 'The page is where it was.',
  },

  paper: {
    title: 'Paper form',
    none: 'No page has come back yet. When the patient has signed the printed form, scan it and send it under Scans.',
    toScans: 'Go to Scans',
    voidTitle: 'The printed form is void',
    void: (method: string): string =>
      `Sign Forms is ${method} now, so what was printed does not count any more. The pages are kept. If the patient did sign on paper, set Sign Forms back to On Paper under Edit; then you can confirm them.`,
    endedTitle: 'This invitation has ended',
    ended:
      'It was cancelled or has expired, so this form makes no account. The pages are kept. If the patient wants the service, invite them again. If you confirm the form, it is kept as an answer that came too late.',
    answeredTitle: 'The patient has answered already',
    answered:
      'The pages are kept. If this form is signed as well, confirm it: it is kept beside the first answer and put before you to decide. Nobody gets a second account. If it is a copy, set the pages aside.',
    pageOf: (page: number, pages: number): string => `Page ${page} of ${pages}`,
    missing: (page: number): string => `Page ${page} is missing`,
    use: (page: number): string => `Use this one as page ${page}`,
    twice: (page: number): string => `There is more than one page ${page}. Choose the one that counts.`,
    ink: (box: string): string => `There is ink in the box of the ${box}.`,
    empty: (box: string): string => `The box of the ${box} looks empty.`,
    unknown: (box: string): string => `The box of the ${box} could not be checked. Look at it in the picture.`,
    otherForm: 'This page was printed from another version of the form.',
    asideList: (count: number): string => (count === 1 ? '1 page was set aside' : `${count} pages were set aside`),
    confirmed: (who: string, when: string): string => `Confirmed by ${who}, ${when}`,
    signedBy: (name: string, day: string): string => `Signed by ${name} on ${day}`,
    shown: 'Page shown',
  },

  confirm: {
    title: 'Confirm the form',
    lead: 'Compare the pages with what is on record. Then say what stands on the paper.',
    points: 'Please look at this first',
    point: {
      missing: (page: number): string =>
        `Page ${page} is missing. Scan it, or write down why the form counts without it.`,
      empty: (box: string, page: number): string =>
        `On page ${page} the box of the ${box} looks empty. If there is a signature all the same, write down what you see.`,
      unchecked: (who: string, page: number): string =>
        `Whether ${who} signed on page ${page} could not be checked. Look at the picture.`,
      'other-form': 'The form was printed from another version than the one this invitation asks for.',
      'no-signature-page': (page: number): string =>
        `Page ${page}, the page to sign on, is not here. The form can’t be confirmed without it.`,
      mixed: 'These pages come from different prints of the form. Set aside those that do not belong to it.',
    },
    signer: 'Who signed?',
    signers: {
      patient: 'The patient',
      representative: 'A legal representative',
      mark: 'The patient, by a mark with a witness',
    },
    name: 'Printed name of the person who signed',
    nameHint: 'As it stands on the paper.',
    signedOn: 'Date beside the signature',
    note: 'Why does it count all the same?',
    noteHint: 'It is kept with the form.',
    button: 'Confirm and create the account',
    buttonOver: 'Confirm it as a second answer',
    busy: 'Confirming…',
    failed: 'The form is not confirmed.',
    notPaper: 'The patient did not agree? Then do not confirm: cancel the invitation and write down why.',
  },
};
