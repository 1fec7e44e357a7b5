import type { Mistake } from '../mistake.ts';
import type { Role } from '../../contract/staffApi.ts';
import type { InvitationState, SignFormsMethod } from '../../domain/invitation.ts';
import type { Sex } from '../../domain/people.ts';
import { addEn } from './add.en.ts';
import { setupEn } from './setup.en.ts';
import { storyEn } from './story.en.ts';

const roles: Record<Role, string> = {
  'front-desk': 'Front desk',
  'health-assistant': 'Health Assistant',
  administrator: 'Administrator',
};

const methods: Record<SignFormsMethod, string> = { tablet: 'On Tablet', paper: 'On Paper', app: 'In App' };

/** `signed` and `enrolled` use the status words that every screen of the product uses. */
const states: Record<InvitationState, string> = {
  waiting: 'Not signed yet',
  presented: 'With the patient now',
  signed: 'Safe at the practice',
  declined: 'Said no',
  enrolled: 'Account created',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

const sexes: Record<Sex, string> = { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' };

const mistakes: Record<Mistake, string> = {
  'last-missing': 'Enter a last name. If the person has one name only, enter it here.',
  'too-long': 'This is too long. Make it shorter.',
  'birth-date-empty': 'Enter the date of birth.',
  'birth-date-unreadable': 'Enter the date of birth as month, day and a year of four digits, such as 3/9/1947.',
  'birth-date-impossible': 'This day does not exist. Check the month and the day.',
  'birth-date-future': 'The date of birth is in the future. Check the year.',
  'birth-date-too-long-ago': 'The date of birth is more than 125 years ago. Check the year.',
  'sex-missing': 'Choose the sex. If you do not know it, choose “Not known”.',
  'phone-unreadable': 'This is not a phone number. Enter ten digits, or + and the country code.',
  'email-unreadable': 'This is not an e-mail address. Check it, or leave it blank.',
  'email-needed-for-app': 'In App sends a link by e-mail. Enter an e-mail address, or choose On Tablet or On Paper.',
  'practitioner-missing': 'Choose the billing practitioner. The consent names them.',
  'times-reversed': 'The end is before the start. Choose a later end.',
  refused: 'The practice’s server could not take this. Check it and change it.',
  'practice-name-missing': 'Enter the name of the practice, as patients know it.',
  'practice-phone-missing': 'Enter a phone number. Patients are told to call it.',
  'practitioner-name-missing': 'Enter the practitioner’s name, as the consent should say it.',
  'admin-name-missing': 'Enter your name.',
  'login-missing': 'Enter a log-in name.',
  'login-has-space': 'A log-in name cannot have a space in it.',
  'password-missing': 'Enter the password.',
  'password-too-short': 'Make the password at least 12 characters long. A few words in a row work well.',
  'pin-not-six': 'Enter a PIN of six digits.',
  'setup-code-missing': 'Enter the set-up code from the window where the server runs.',
};

export const en = {
  skipToContent: 'Skip to content',
  tryAgain: 'Try again',
  loading: 'Loading…',
  notKnown: 'Not given',
  roles,
  methods,
  states,
  sexes,
  mistakes,
  add: addEn,
  setup: setupEn,
  story: storyEn,

  nav: {
    label: 'Rooms',
    add: 'Add Members',
    addUnfinished: 'Unfinished',
    invitations: 'Invitations',
    tablets: 'Tablets',
  },

  oldSince: (time: string): string => `This page may be old: no connection since ${time}. It catches up by itself.`,
  neverConnected: 'There is no connection to the practice’s server. This page goes on trying by itself.',
  unreachable: 'The practice’s server does not answer',

  login: {
    title: 'Log in',
    ended: 'Your session has ended. Log in and go on where you were: what you typed is still here.',
    name: 'Log-in name',
    password: 'Password',
    button: 'Log in',
    busy: 'Logging in…',
    out: 'Log out',
    outFailed: 'You are still logged in.',
  },

  notFound: {
    title: 'This page does not exist',
    text: 'The address may be mistyped, or the page may have moved.',
    back: 'Go to Invitations',
  },

  invitations: {
    title: 'Invitations',
    name: 'Name',
    birthDate: 'Date of birth',
    state: 'State',
    method: 'Sign Forms',
    added: 'Added',
    addedBy: (when: string, who: string): string => `${when} by ${who}`,
    empty: 'Nobody has been invited yet.',
    emptyHint: 'When you add members, they appear here with the state of each invitation.',
    needsLook: 'Needs a look',
    shown: (from: number, to: number, total: number): string => `${from} to ${to} of ${total}`,
    total: (total: number): string => (total === 1 ? '1 invitation' : `${total} invitations`),
    newer: 'Newer',
    older: 'Older',
    pages: 'More invitations',
  },

  invitation: {
    back: 'Back to Invitations',
    missing: 'This invitation could not be found',
    details: 'Details',
    birthDate: 'Date of birth',
    phone: 'Phone',
    email: 'E-mail',
    username: 'Username',
    language: 'Preferred language',
    recordNumber: 'Medical record number',
    practitioner: 'Billing practitioner',
    method: 'Sign Forms',
    note: 'Note for the Health Assistant',
    noNote: 'No note',
    account: 'Account',
    accountSince: (when: string, handle: string): string => `Created ${when}. They sign in as ${handle}.`,
    noAccount: 'There is no account yet. It is created when the patient signs.',
    noAccountOver: 'There is no account.',
    documents: 'Documents',
    noDocuments: 'There are no documents yet. They are made when the patient signs or says no.',
    documentPending: 'A document is being made. It appears here by itself.',
    openDocument: (what: string): string => `Open ${what} (PDF)`,
    documentMade: (when: string): string => `Made ${when}`,
    documentKinds: { consent: 'the signed consent', declination: 'the record of the “no”', other: 'the document' },
    conflictTitle: 'Please look at this',
    storyTitle: 'Story',
  },

  tablets: {
    title: 'Tablets',
    caption: 'Tablets of this practice',
    name: 'Tablet',
    connection: 'Connection',
    waiting: 'Not yet at the practice',
    version: 'App version',
    lock: 'Lock',
    online: 'Online',
    offline: (seen: string): string => `Not connected, last seen ${seen}`,
    neverSeen: 'Not connected yet',
    removed: 'Removed from the practice',
    nothingWaits: 'Nothing',
    waits: (count: number, age: string): string =>
      `${count} ${count === 1 ? 'record' : 'records'}, the oldest for ${age}`,
    asLastSeen: (what: string): string => `${what}, when last seen`,
    locked: 'Locked after wrong PINs',
    notLocked: 'Not locked',
    unlock: (name: string): string => `Unlock ${name}`,
    unlocking: 'Unlocking…',
    empty: 'No tablet is paired yet.',
    emptyHint: 'Pair the office iPad, so that invitations with Sign Forms “On Tablet” appear on it.',
    pair: 'Pair a tablet',
    pairing: 'Making a code…',
    pairTitle: 'Pair a tablet',
    step1: (address: string): string => `On the iPad, open ${address} in Safari. Tap Share, then Add to Home Screen.`,
    step2: 'Open Countersign from the Home Screen. It asks for a code.',
    step3: 'Type this code on the iPad:',
    codeLasts: (until: string): string => `The code works once, until ${until}.`,
    codeOver: 'This code no longer works.',
    newCode: 'Make a new code',
    closeCode: 'Done',
    paired: (name: string): string => `${name} is paired`,
    pairedHint: 'It shows the practice’s invitations now.',
  },
};
