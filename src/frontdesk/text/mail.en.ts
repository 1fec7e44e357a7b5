import type { MailState } from '../../contract/invitationsApi.ts';

const states: Record<MailState, string> = {
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  kept: 'Not sent: kept here',
  failed: 'Could not be delivered',
  void: 'Not sent: no longer needed',
};

const kinds: Record<string, string> = {
  invitation: 'Link to the form',
  reminder: 'Reminder',
  caregiver: 'Note to the caregiver',
  activation: 'Link to the account',
  stopped: 'Confirmation of the stop',
};

/** Mails to patients and caregivers. */
export const mailEn = {
  title: 'E-mail',
  states,
  kindOf: (kind: string): string => kinds[kind] ?? 'E-mail',
  none: 'No e-mail was sent about this invitation.',
  to: (recipient: string): string => `to ${recipient}`,
  said: (problem: string): string => `The mail server said: ${problem}`,
  again: 'Send the e-mail again',
  sending: 'Sending…',
  againHint: 'The patient gets a new link. The old one stops working.',
  againDone: 'A new e-mail is on its way.',
  failedTitle: 'The patient did not get the e-mail',
  failed: (recipient: string): string =>
    `The e-mail to ${recipient} could not be delivered. Check the address with the patient and correct it under Edit, or choose another way to sign. A corrected address gets a new e-mail by itself.`,
  keptTitle: 'The e-mail was not sent',
  kept: 'This server has no mail server set, so the e-mail is kept here. Ask the administrator, or choose another way to sign.',

  room: {
    title: 'E-mail not sent',
    lead: 'E-mails that did not leave. Nothing is dropped.',
    noServer:
      'No mail server is set, so nobody gets any e-mail. Each one is kept in the data folder and shown here. Set SMTP_URL and MAIL_FROM where the server is started; the manual says how. Then send what is kept.',
    nowhere: (address: string): string =>
      `Links in e-mails lead to ${address}, which works on this computer only. Set COUNTERSIGN_ORIGIN to the address that patients can reach.`,
    nothing: 'Nothing is waiting. Every e-mail was sent.',
    caption: 'E-mails that were not sent',
    what: 'What',
    recipient: 'To',
    when: 'Since',
    state: 'State',
    action: 'What to do',
    invitation: 'Open the invitation',
    read: 'Read',
    readOf: (recipient: string): string => `Read the e-mail to ${recipient}`,
    reading: (recipient: string): string => `E-mail to ${recipient}`,
    private: 'The link in it is for its reader alone: it opens their form or their account. Pass it on to nobody else.',
    close: 'Close',
    send: 'Send what is kept',
  },

  settings: {
    reminders: 'Reminders by e-mail',
    remindersHint: 'For In App: how often a patient is reminded, three days apart. 0 sends none.',
  },
};
