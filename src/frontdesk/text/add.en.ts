import type { Day } from '../add/draft.ts';

const days: Record<Day, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** Add Members: from the patient's data to "That's it!". */
export const addEn = {
  title: 'Add Members',
  lead: 'Invite a patient to Chronic Care Management.',
  steps: (now: number, all: number): string => `Step ${now} of ${all}`,
  who: 'The patient',
  first: 'First names',
  last: 'Last name',
  suffix: 'Suffix, such as Jr. or III',
  preferred: 'What they like to be called',
  birthDate: 'Date of birth',
  birthDateHint: 'Such as 3/9/1947 or 03091947.',
  birthDateEcho: (date: string, age: number): string => `${date}, ${age} ${age === 1 ? 'year' : 'years'} old`,
  sex: 'Sex',
  reach: 'How to reach them',
  phone: 'Phone',
  email: 'E-mail',
  emailHint: 'If left blank, a username is created.',
  language: 'Preferred language',
  address: 'Address',
  addressHint: 'Street, city, state, ZIP code.',
  practice: 'At the practice',
  recordNumber: 'Medical record number',
  practitioner: 'Billing practitioner',
  choose: 'Choose one',
  signForms: 'Sign Forms',
  methodHints: {
    tablet: 'The invitation appears on the office iPad. The account is created when the patient signs.',
    paper: 'The patient signs paper forms. The account is created when the signed forms are uploaded.',
    app: 'The patient gets a link by e-mail. The account is created when they sign. Needs an e-mail address.',
  },
  next: 'Next',
  back: 'Back',
  startOver: 'Clear this form',

  contactTitle: 'When to contact them',
  contactLead: (name: string): string => `What ${name} prefers, for the Health Assistant who calls.`,
  days: 'Days',
  daysHint: 'Leave all blank if any day is fine.',
  dayNames: days,
  from: 'From',
  to: 'Until',
  anyTime: 'Any time',
  zone: 'The patient’s time zone',
  contactPhone: 'Phone to use',
  contactPhoneHint: 'Change it only if they want calls on another phone.',
  note: 'Note for the Health Assistant',
  noteHint: 'Anything that helps with the first call.',
  send: 'Send the invitation',
  sending: 'Sending…',

  usernameTitle: 'Confirm the username',
  usernameAsking: 'Looking for a free username…',
  usernameLead: (name: string): string =>
    `There is no e-mail address for ${name}. An account is created with this username instead:`,
  usernameHint: 'Nothing has been sent yet.',
  usernameConfirm: 'Confirm and send the invitation',
  usernameAddEmail: 'Add an e-mail address instead',

  failed: 'The invitation was not confirmed',
  failedHint: 'What you typed is still here. You can try again safely: it is added only once.',
  sentBefore: 'Open what arrived',

  doneTitle: 'That’s it!',
  doneNext: {
    tablet: (name: string): string =>
      `The invitation for ${name} appears on the practice’s paired iPads. Hand one over when they are ready. The account is created when they sign.`,
    paper: (name: string): string =>
      `Give ${name} the paper forms to read and sign. The account is created when the signed forms are uploaded here.`,
    app: (name: string): string => `${name} gets an e-mail with a link. The account is created when they sign.`,
  },
  doneUsername: 'They will sign in with this username:',
  doneUsernameChanged:
    'The username is not the one you confirmed: someone took that one a moment before. Tell the patient the new one.',
  doneDiffers: 'This had arrived with your first try, before you changed something. Open the invitation and compare.',
  doneAnother: 'Add another member',
  doneSee: 'See this invitation',
};
