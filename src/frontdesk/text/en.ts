import type { Mistake } from '../mistake.ts';
import type { Role } from '../../domain/roles.ts';
import type { InvitationState, SignFormsMethod } from '../../domain/invitation.ts';
import type { Sex } from '../../domain/people.ts';
import { addEn } from './add.en.ts';
import { adminEn } from './admin.en.ts';
import { decideEn } from './decide.en.ts';
import { formsEn } from './forms.en.ts';
import { invitationEn } from './invitation.en.ts';
import { invitationsEn } from './invitations.en.ts';
import { mailEn } from './mail.en.ts';
import { membersEn } from './members.en.ts';
import { reportsEn } from './reports.en.ts';
import { scansEn } from './scans.en.ts';
import { sealEn } from './seal.en.ts';
import { setupEn } from './setup.en.ts';
import { storyEn } from './story.en.ts';
import { tabletsEn } from './tablets.en.ts';
import { timesEn } from './times.en.ts';
import { verbalEn } from './verbal.en.ts';
import { worklistEn } from './worklist.en.ts';

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
  'relationship-missing': 'Enter how they are related to the patient.',
  'caregiver-email-missing': 'Enter the caregiver’s e-mail address. Caregivers are told by e-mail.',
  'caregiver-email-unreadable': 'This is not an e-mail address. Check it.',
  'representative-missing': 'Choose whether they are a legal representative.',
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
  'reason-missing': 'Write down why. It stays in the story of this invitation.',
  'note-missing': 'Write down what was done.',
  'decision-missing': 'Choose what you decide.',
  'why-aside-missing': 'Write down why the page is set aside.',
  'patient-missing': 'Find the patient, and choose them.',
  'page-number-missing': 'Enter the page number, such as 3.',
  'page-count-missing': 'Enter how many pages the form has.',
  'printed-name-missing': 'Enter the name of the person who signed.',
  'signed-on-unreadable': 'Enter the date beside the signature, such as 3/9/2026.',
  'signed-on-future': 'This day is still to come. Check the date on the paper.',
  'why-counts-missing': 'Write down why the form counts all the same.',
  'stop-words-missing': 'Write down what the patient said.',
  'tablet-name-missing': 'Enter a name for the tablet.',
  'staff-name-missing': 'Enter the name of the staff member.',
  'login-taken': 'Someone already uses that log-in name. Choose another one.',
  'answer-missing': 'Choose what the patient answered.',
  'decline-reason-missing': 'Choose the reason that comes closest.',
  'reader-missing': 'Enter who read it aloud.',
  'spoken-missing': 'Choose how you spoke.',
  'answered-at-unreadable': 'Enter the day and the time.',
  'answered-at-future': 'This time has not come yet. Check the day and the time.',
  'days-wrong': 'Enter a number of days from 0 to 1,000.',
  'reminders-wrong': 'Enter a number from 0 to 5.',
  'certificate-missing': 'Choose the file with the certificate of your practice.',
  'certificate-too-large':
    'This file is too large to be a certificate. Choose the one whose name ends in .p12 or .pfx.',
  'present-password-missing': 'Enter the password you log in with now.',
  'present-password-wrong': 'This is not the password you log in with now. Check it and try again.',
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
  ownDevice: 'the patient’s own device',
  mistakes,
  add: addEn,
  setup: setupEn,
  story: storyEn,
  invitations: invitationsEn,
  invitation: invitationEn,
  tablets: tabletsEn,
  times: timesEn,
  worklist: worklistEn,
  reports: reportsEn,
  admin: adminEn,
  decide: decideEn,
  forms: formsEn,
  mail: mailEn,
  members: membersEn,
  seal: sealEn,
  verbal: verbalEn,
  scans: scansEn,

  nav: {
    label: 'Rooms',
    add: 'Add Members',
    addUnfinished: 'Unfinished',
    invitations: 'Invitations',
    scans: 'Scans',
    tablets: 'Tablets',
    worklist: 'Worklist',
    reports: 'Reports',
    staff: 'Staff',
    practitioners: 'Practitioners',
    forms: 'Form',
    mail: 'E-mail not sent',
    settings: 'Settings',
    own: 'Your password and PIN',
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
    notYours: 'This room is not part of your role',
    notYoursText: 'Ask the practice administrator if you need it.',
  },
};
