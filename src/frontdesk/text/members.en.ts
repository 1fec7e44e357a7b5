import type { Access } from '../../contract/invitationsApi.ts';

const ways: Record<NonNullable<Access['code']>['way'], (made: string, until: string) => string> = {
  mail: (made, until) => `A link was mailed ${made}. It works until ${until}.`,
  slip: (made, until) => `A slip was printed ${made}. Its code works until ${until}.`,
};

/** The member's account, as staff see it, and the wish to stop. */
export const membersEn = {
  member: 'The member',
  representative: (name: string): string => `${name}, legal representative`,
  signsInAs: 'Signs in as',
  opened: (when: string): string => `Opened ${when}.`,
  notOpened: 'Not opened yet.',
  ways,
  noCode: 'No code works just now.',
  mailWaits: 'The e-mail with the link is on its way.',
  mayAct: 'May act for the member, and has no way to sign in yet.',
  mail: (name: string): string => `Mail a link to ${name}`,
  mailing: 'Sending…',
  mailed: 'A link is on its way. Codes given out before stop working.',
  slip: (name: string): string => `Print a slip for ${name}`,
  making: 'Making the slip…',
  slipMade: 'The slip is ready. Its code works once; codes given out before stop working.',
  openSlip: 'Open the slip (PDF)',
  slipHint: 'Give it to nobody else: whoever has it can open the account.',
  mailFailed: 'The e-mail that opens the account could not be delivered. Print a slip, or ask for another address.',
  mailKept: 'The e-mail that opens the account was not sent: no mail server is set. Print a slip.',
  receipt: 'Open the receipt slip (PDF)',
  letter: 'Open the letter that confirms the stop (PDF)',

  badge: (day: string): string => `Stops: last day ${day}`,
  badgeEnded: (day: string): string => `Stopped on ${day}`,
  stopped: 'This member stops',
  stoppedBy: {
    member: (asked: string): string => `The member asked for it in their account on ${asked}.`,
    representative: (asked: string): string => `A legal representative asked for it in the account on ${asked}.`,
    staff: (asked: string): string => `The member told the practice on ${asked}.`,
  },
  lastDay: (day: string): string => `The last day is ${day}. Bill nothing for the time after it.`,
  ended: (day: string): string => `It ended on ${day}. Bill nothing for the time after it.`,
  confirmed: 'A confirmation goes out by e-mail. The letter is there for printing, too.',
  confirmOnPaper: 'There is no e-mail address: print the letter and hand it over or mail it.',
  confirmFailed: 'The confirmation by e-mail did not arrive. Print the letter and hand it over or mail it.',

  record: 'The patient wants to stop',
  recordTitle: (name: string): string => `Does ${name} want to stop?`,
  recordWhat: (day: string): string =>
    `Write down what the patient told you. The last day is ${day}. It cannot be taken back here; what was signed is kept.`,
  recordReason: 'What did the patient say?',
  recordHint: 'A sentence is enough. It stays in the record of the stop.',
  recordYes: 'Record the stop',
  recording: 'Recording…',
  recordNo: 'Go back',
  otherDay: 'A new month has begun since you opened this. The last day is another one now: look again, then record it.',
};
