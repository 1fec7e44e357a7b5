import type { LinkEnd } from '../../../contract/linkApi.ts';

const call = (phone: string): string => `Call us: ${phone}.`;

const over: Record<LinkEnd, { title: string; text: (practice: string, phone: string) => string }> = {
  expired: {
    title: 'This link has expired',
    text: () => 'Links work for two weeks. We can mail you a new one now. It goes to the address that we have of you.',
  },
  replaced: {
    title: 'There is a newer link',
    text: () => 'We have mailed you another link since. Please look for our newest mail and open the link in that one.',
  },
  answered: {
    title: 'You have answered already',
    text: (practice, phone) =>
      `${practice} has your answer. There is nothing more to do. Any questions? ${call(phone)}`,
  },
  changed: {
    title: 'This link is not needed any more',
    text: (practice, phone) =>
      `${practice} has changed how you read and answer the form, or has called it off. ${call(phone)} We will tell you what comes next.`,
  },
  locked: {
    title: 'Please call us',
    text: (practice, phone) =>
      `The birth dates did not match what ${practice} has. To keep your matter private, this link is closed. ${call(phone)}`,
  },
  elsewhere: {
    title: 'This link was opened on another device',
    text: () =>
      'To keep your matter private, a link works on the device where it was opened first. Go on there. Or we mail you a new link, and you begin anew here.',
  },
};

export const en = {
  starting: 'One moment…',
  title: 'Your form',
  noLink: {
    title: 'This link is not complete',
    text: 'Please open the link in our mail again. If you copied it, copy all of it.',
  },
  noAnswer: {
    title: 'No connection to the practice',
    text: 'The practice could not be reached. Check your internet connection and try again. Nothing is lost.',
    again: 'Try again',
  },
  unfit: {
    title: 'This browser cannot keep what you sign',
    text: (phone: string) =>
      `Your browser does not let this page save anything, for example because it is in private mode. Please open the link in a normal window, in another browser, or on another device. ${phone ? call(phone) : ''}`,
    again: 'Try again',
  },
  over,
  mailAgain: 'Mail me a new link',
  mailing: 'Asking for a new link…',
  mailed: 'A new link is on its way to the address that we have of you. It can take a few minutes.',
  notMailed: (phone: string) => `A link was mailed just now, or we may not mail one. ${call(phone)}`,
  welcome: (name: string) => `Hello, ${name}`,
  from: (practice: string) => `${practice} asks you to read a form and to say yes or no to it.`,
  time: 'This takes about 10 minutes. You can stop at any time and come back with the same link.',
  confirm: 'To be sure that this is you, please tell us when you were born.',
  notMe: (phone: string) => `If this is not your name, please close this page. ${call(phone)}`,
  welcomeBack: 'Welcome back',
  again: 'You have begun to read here. To go on where you were, please tell us when you were born.',
  tooOften: {
    title: 'Please call us',
    text: (phone: string) => `The dates did not match. What was begun here stays closed. ${call(phone)}`,
  },
  thanks: {
    consent: { title: 'Thank you', text: 'You have signed.' },
    declination: {
      title: 'Thank you for your answer',
      text: 'You do not want this. Nothing else in your care changes.',
    },
  },
  safety: {
    here: 'Safe on this device',
    parked: 'Safe on this device, but the practice could not take it',
    practice: 'Safe at the practice',
    account: 'Account created',
  },
  keepOpen: 'It has not reached the practice yet. Please leave this page open until it has. It tries by itself.',
  comeBack: 'If you have to close it, open the link in our mail again on this device: it goes on by itself.',
  parked: (phone: string) => `Please leave this page as it is. ${call(phone)}`,
  canClose: 'You can close this page now.',
  account: 'We will mail you how to open your account, where you can see what you signed.',
  looking: 'Looking where your answer is…',
  reminders: {
    title: 'Reminders',
    stopping: 'Ending the reminders…',
    stopped:
      'You will get no more reminders of this form. The link in our newest mail still works, should you want to read it.',
  },
};
