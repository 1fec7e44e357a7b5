import type { ConflictKind, DeclineReason, EventKind } from '../invitations/storyKinds.ts';

type Line = (who: string | null) => string;

/** What happened to an invitation, by the kind of its entry. `who` is a name: a staff member's, a patient's or a tablet's. */
const events: Record<EventKind, Line> = {
  added: (who) => (who ? `${who} added this invitation` : 'The invitation was added'),
  presented: (who) => (who ? `Handed to the patient on ${who}` : 'Handed to the patient'),
  'taken-back': (who) => (who ? `Taken back from the patient on ${who}` : 'Taken back from the patient'),
  signed: (who) => (who ? `${who} signed` : 'The patient signed'),
  declined: (who) => (who ? `${who} said no` : 'The patient said no'),
  withdrawn: (who) => (who ? `${who} took the answer back` : 'The patient took the answer back'),
  received: (who) => (who ? `Safe at the practice, received from ${who}` : 'Safe at the practice'),
  enrolled: () => 'Enrolled in Chronic Care Management',
  'account-created': () => 'Account created',
  'document-made': () => 'A document was made',
  cancelled: (who) => (who ? `${who} cancelled the invitation` : 'The invitation was cancelled'),
  edited: (who) => (who ? `${who} edited this invitation` : 'The invitation was edited'),
  'method-changed': (who) => (who ? `${who} edited this invitation` : 'The invitation was edited'),
  'decided-counts': (who) => (who ? `${who} decided that the answer counts` : 'It was decided that the answer counts'),
  'decided-does-not-count': (who) =>
    who ? `${who} decided that the answer does not count` : 'It was decided that the answer does not count',
  'decided-stay': (who) => (who ? `${who} wrote down that the patient wants to stay` : 'The patient wants to stay'),
  'decided-stop': (who) =>
    who ? `${who} wrote down that the patient does not want the service` : 'The patient does not want the service',
  refused: (who) => (who ? `A record on ${who} could not be taken` : 'A record could not be taken'),
  'refused-over': (who) => (who ? `The record on ${who} was taken after all` : 'A record was taken after all'),
  'brought-in': (who) => (who ? `${who} brought in a sealed copy` : 'A sealed copy was brought in'),
  expired: () => 'The invitation expired: nobody answered it',
  'invited-again': (who) => (who ? `${who} invited the patient again` : 'The patient was invited again'),
  'form-changed': (who) => (who ? `${who} gave it a newer version of the form` : 'It got a newer version of the form'),
  'conflict-settled': (who) =>
    who ? `${who} dealt with what was to be looked at` : 'What was to be looked at is dealt with',
  'verbal-consent': (who) => (who ? `The patient said yes aloud, recorded by ${who}` : 'The patient said yes aloud'),
  'verbal-declination': (who) => (who ? `The patient said no aloud, recorded by ${who}` : 'The patient said no aloud'),
  'caregiver-recorded': (who) => (who ? `${who} recorded a caregiver` : 'A caregiver was recorded'),
  'representative-recorded': (who) =>
    who ? `${who} recorded a legal representative` : 'A legal representative was recorded',
  'paper-printed': (who) =>
    who ? `${who} opened the paper form to print it` : 'The paper form was opened to print it',
  'mail-resent': (who) => (who ? `${who} sent the e-mail again` : 'The e-mail was sent again'),
  'mail-sent': () => 'An e-mail was sent',
  'mail-kept': () => 'An e-mail was kept: no mail server is set',
  'mail-failed': () => 'An e-mail could not be delivered',
  'link-opened': () => 'The patient opened the link and gave the right birth date',
  'link-locked': () => 'The link was closed after three wrong birth dates',
  'link-asked': () => 'The patient asked for a new link',
  'reminders-stopped': () => 'The patient wants no more reminders',
  'activation-slip': (who) => (who ? `${who} printed a slip to sign in with` : 'A slip to sign in with was printed'),
  'activation-mailed': (who) => (who ? `${who} had a link to the account mailed` : 'A link to the account was mailed'),
  'activation-asked': () => 'A new link to the account was asked for',
  'account-opened': (who) => (who ? `${who} opened the account` : 'The account was opened'),
  'password-renewed': (who) => (who ? `${who} chose a new password` : 'A new password was chosen'),
  'stopped-by-member': (who) => (who ? `${who} asked to stop` : 'The member asked to stop'),
  'stopped-by-representative': (who) =>
    who ? `${who} asked to stop, as legal representative` : 'A legal representative asked to stop',
  'stopped-by-staff': (who) =>
    who ? `${who} recorded that the patient stops` : 'It was recorded that the patient stops',
  'stop-reason': () => 'What was said about it',
  'paper-scan': () => 'Scanned pages of the paper form arrived',
  'paper-page': (who) =>
    who ? `${who} matched a scanned page with this invitation` : 'A scanned page was matched with this invitation',
  'paper-aside': (who) => (who ? `${who} set a scanned page aside` : 'A scanned page was set aside'),
  'paper-confirmed': (who) => (who ? `${who} confirmed the signed paper form` : 'The signed paper form was confirmed'),
  'work-claim': (who) => (who ? `${who} took the first call` : 'The first call was taken on'),
  'work-release': (who) => (who ? `${who} put the first call back on the list` : 'The first call is on the list again'),
  'work-done': (who) => (who ? `${who} marked the first call as done` : 'The first call is done'),
  'work-reopen': (who) => (who ? `${who} opened the first call again` : 'The first call was opened again'),
  'conflict-signed-twice': (who) => `A second answer arrived${who ? ` from ${who}` : ''}`,
  'conflict-other-content': (who) => `Another record with the same number arrived${who ? ` from ${who}` : ''}`,
  'conflict-after-cancel': (who) => `An answer arrived after the end of the invitation${who ? `, from ${who}` : ''}`,
  'conflict-device-revoked': (who) => `An answer arrived from a removed tablet${who ? `, ${who}` : ''}`,
  'conflict-text-mismatch': (who) => `The text shown had other names in it${who ? `, on ${who}` : ''}`,
  'conflict-withdrawn': (who) => `The patient changed their mind before leaving${who ? `, on ${who}` : ''}`,
  'conflict-representative-unknown': (who) =>
    `Somebody answered for the patient who is not recorded as a legal representative${who ? `, on ${who}` : ''}`,
};

const conflicts: Record<ConflictKind, string> = {
  'conflict-signed-twice':
    'This patient has answered more than once. Every answer is kept, and the first one counts for now. Ask the patient which one they want, then decide.',
  'conflict-other-content':
    'Two different records came with the same number. Both are kept. Show this to the administrator before you rely on either.',
  'conflict-after-cancel':
    'An answer arrived after the invitation was cancelled or had expired. It is kept, and nobody was enrolled. Ask the patient, then decide whether it counts.',
  'conflict-device-revoked':
    'The answer came from a tablet that was removed from the practice. It is kept, and nobody was enrolled. Find out who had the tablet that day and ask the patient, then decide whether it counts.',
  'conflict-text-mismatch':
    'The names in the text that the patient saw are not the ones on record today. The answer is kept together with the text that was shown. Check the names with the patient.',
  'conflict-withdrawn':
    'The patient took their answer back before they left. Both records are kept. Ask the patient what they want, and write it down. If there is an account already, it stays until you decide.',
  'conflict-representative-unknown':
    'Somebody answered for this patient who is not recorded here as a legal representative. The answer is kept, and nobody was enrolled. Find out whether they may decide for the patient. If so, record them as a legal representative under Caregivers. Then decide whether the answer counts.',
};

const declineReasons: Record<DeclineReason, string> = {
  cost: 'Worried about the cost',
  'not-now': 'Not right now',
  privacy: 'Does not want information shared',
  'enough-care': 'Has all the care they need',
  'other-practice': 'Another office gives them CCM',
  'talk-first': 'Wants to talk with someone first',
  other: 'Another reason',
  'no-answer': 'Would rather not say',
};

export const storyEn = {
  events,
  beganOnOwn: 'The patient began to read on their own device',
  eventUnknown: 'Something else was recorded. Reload this page to see whether a newer version can show it.',
  conflicts,
  conflictUnknown:
    'Something about this invitation does not fit together. Everything is kept. Show this to the administrator.',
  declineReasons,
  reason: (reason: string): string => `Reason given: ${reason}`,
  paperPage: (page: string, of: string): string => `Page ${page} of ${of}`,
  paperSigned: (name: string): string => `Signed by ${name}`,
  reasonUnknown: 'A reason was given. It stands in the document.',
  nowSigns: (method: string): string => `Sign Forms is now ${method}`,
  readBy: (name: string): string => `Read aloud by ${name}`,
  lastDay: (day: string): string => `Last day: ${day}`,
  signsInAs: (handle: string): string => `Signs in as ${handle}`,
};
