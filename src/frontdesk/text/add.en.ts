import type { DuplicateReason } from '../../domain/duplicates.ts';
import type { Day } from '../add/values.ts';

const days: Record<Day, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

const reasons: Record<DuplicateReason, string> = {
  'name-and-birth-date': 'same name and date of birth',
  'record-number': 'same medical record number',
};

/** Add Members: from the patient's data to "That's it!". */
export const addEn = {
  title: 'Add Members',
  lead: 'Invite a patient, and family who come along, to Chronic Care Management.',
  patient: 'The patient',
  relatedPatient: 'Related patient',
  relatedCaregiver: 'Related caregiver',
  name: 'Name',
  first: 'First names',
  last: 'Last name',
  suffix: 'Suffix, such as Jr. or III',
  preferred: 'What they like to be called',
  birthDate: 'Date of birth',
  birthDateHint: 'Such as 3/9/1947 or 03091947.',
  birthDateEcho: (date: string, age: number): string => `${date}, ${age} ${age === 1 ? 'year' : 'years'} old`,
  calendar: 'Calendar',
  sex: 'Sex',
  relationship: (name: string): string => `Relationship to ${name}`,
  relationshipNoName: 'Relationship to the patient',
  relationshipHint: 'Such as wife, son or sister.',
  reach: 'How to reach them',
  sameAsPatient: 'Phone, language and address are filled in from the patient. Change what differs.',
  phone: 'Phone',
  email: 'E-mail',
  emailHint: 'If left blank, a username is created.',
  ownEmailHint: 'Their own address. If left blank, a username is created.',
  emailShared: (name: string): string =>
    `This is the address of ${name} too. One account can use it: whoever signs second gets a username.`,
  language: 'Preferred language',
  address: 'Address',
  addressHint: 'Street, city, state, ZIP code.',
  practice: 'At the practice',
  recordNumber: 'Medical record number',
  practitioner: 'Billing practitioner',
  choose: 'Choose one',
  signForms: 'Sign Forms',
  methodHints: {
    tablet:
      'Your office is using an iPad. The invitation appears on the iPad, and the account is created when the patient signs the form there.',
    paper:
      'The patient signs paper forms, and the forms come back to the office. The account is created when the signed forms are uploaded.',
    app: 'An e-mail invitation is sent to the patient. The account is created when the patient signs the digital form.',
  },
  appNeedsEmail: 'You can choose this after you enter an e-mail address above.',
  caregiverLead: 'A caregiver is told by e-mail. They get no account of their own.',
  caregiverEmailHint: 'Caregivers need an e-mail address.',
  representative: 'Are they a legal representative?',
  representativeHint:
    'A legal representative may sign for the patient. Only this answer gives that right: being family or having an e-mail does not.',
  representativeYes: 'Yes',
  representativeNo: 'No',

  together: 'Is anyone with them?',
  togetherHint: 'A related patient gets an invitation of their own. A caregiver helps the patient.',
  addPatient: 'Add Related Patient',
  addCaregiver: 'Add Related Caregiver',
  mostReached: 'Ten is the most in one household. Send this one, then add another.',
  remove: (name: string): string => `Remove ${name}`,
  removeAsk: (name: string): string => `Remove ${name} and all that was typed for them?`,
  removeYes: 'Yes, remove',
  removeNo: 'Keep',
  removed: (name: string): string => `${name} was removed.`,

  next: 'Next',
  back: 'Back',
  startOver: 'Clear this form',
  startOverAsk: 'Clear all that was typed in this form?',
  startOverYes: 'Yes, clear it',
  startOverNo: 'Keep it',
  restored: (when: string): string => `Your unfinished form of ${when} is here again.`,
  notKept: 'This form cannot be kept on this device right now. It is lost if you close this page before it is sent.',

  contactTitle: 'When to contact them',
  contactLead: (name: string): string => `What ${name} prefers, for the Health Assistant who calls.`,
  contactLeadAll: (names: string): string => `What they prefer, for the Health Assistant who calls: ${names}.`,
  days: 'Days',
  daysHint: 'Leave all blank if any day is fine.',
  dayNames: days,
  from: 'From',
  to: 'Until',
  anyTime: 'Any time',
  zone: 'The patient’s time zone',
  zoneByAddress: (state: string): string => `Taken from the address (${state}). Change it if it is not right.`,
  zoneOfPractice: 'This is the time zone of the practice. Change it if they live in another one.',
  contactPhone: 'Phone to use',
  contactPhoneHint: 'Change it only if they want calls on another phone.',
  note: 'Note for the Health Assistant',
  noteHint: 'Anything that helps with the first call.',
  send: (count: number): string => (count === 1 ? 'Send the invitation' : 'Send the invitations'),
  looking: 'Checking…',
  sending: 'Sending…',

  confirmTitle: 'Before this is sent',
  confirmLead: 'Nothing has been sent yet.',
  usernameTitle: (count: number): string => (count === 1 ? 'Confirm the username' : 'Confirm the usernames'),
  usernameLead: (count: number): string =>
    count === 1
      ? 'There is no e-mail address for this person. An account is created with this username instead.'
      : 'There is no e-mail address for these people. Accounts are created with these usernames instead.',
  usernameLater: 'A username is made when the practice has this.',
  usernameAddEmail: (name: string): string => `Enter an e-mail address for ${name} instead`,
  usernameUnknown: 'The usernames could not be found out',

  duplicatesTitle: 'Is this someone you know already?',
  duplicateOf: (name: string, why: string): string => `${name}: ${why} as in another invitation`,
  alike: (one: string, other: string, why: string): string => `${one} and ${other} in this form: ${why}`,
  alikeHint: 'If this is one person entered twice, go back and remove one of them.',
  reasons,
  duplicateState: 'State',
  duplicateAdded: 'Added',
  duplicateOpen: (name: string): string => `Open the other invitation of ${name} (new tab)`,
  duplicatesOnTablet: 'Only the invitations on this iPad were looked through.',
  duplicatesUnknown: 'Nobody could check whether they are invited already',
  duplicatesUnknownHint: 'You can try again, or send anyway if you are sure.',
  confirmSend: (count: number): string =>
    count === 1 ? 'Confirm and send the invitation' : 'Confirm and send the invitations',
  sendAnyway: 'Send anyway',
  goBack: 'Go back and change',

  failed: 'This was not confirmed by the practice',
  failedHint: 'What you typed is still here. You can try again safely: it is added only once.',
  sentBefore: 'Open what arrived',

  doneTitle: 'That’s it!',
  doneNext: {
    tablet:
      'The invitation appears on the practice’s paired iPads. Hand one over when they are ready. The account is created when they sign.',
    paper:
      'Give them the paper forms to read and sign. The account is created when the signed forms are uploaded here.',
    app: 'They get an e-mail with a link. The account is created when they sign.',
  },
  donePrint: (one: boolean): string => (one ? 'Print the paper form (PDF)' : 'Print the paper forms (PDF)'),
  doneHere: 'The invitation is on this iPad. Hand it over when they are ready. The account is created when they sign.',
  doneOnTablet: 'This is safe on this iPad. It goes to the practice by itself when there is a network.',
  doneUsername: 'They sign in with this username:',
  doneUsernameChanged: (confirmed: string): string =>
    `This is not the one you confirmed: someone took ${confirmed} a moment before. Tell the patient the new one.`,
  doneDiffers: 'You changed something while this was on its way. Open the invitation and compare.',
  doneAnother: 'Add another member',
  doneSee: (name: string): string => `See the invitation of ${name}`,
  doneLeave: 'Done',
};
