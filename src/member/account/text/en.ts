import type { ActivationEnd, MemberAgreement } from '../../../contract/memberApi.ts';

const over: Record<ActivationEnd, { title: string; text: string }> = {
  used: {
    title: 'This code was used already',
    text: 'It works one time. If it was you who used it, sign in with the password that you chose.',
  },
  replaced: {
    title: 'There is a newer code',
    text: 'Please use the link in our newest mail, or the newest slip.',
  },
  expired: { title: 'This code has expired', text: 'Ask for a new one: we mail or print it for you.' },
};

const how: Record<MemberAgreement['method'], (day: string) => string> = {
  tablet: (day) => `Signed on our tablet on ${day}.`,
  paper: (day) => `Signed on paper on ${day}.`,
  app: (day) => `Signed on your own device on ${day}.`,
  verbal: (day) => `Agreed to by word of mouth on ${day}.`,
};

const stoppedBy: Record<'member' | 'representative' | 'staff', (asked: string) => string> = {
  member: (asked) => `You asked us to stop on ${asked}.`,
  representative: (asked) => `A legal representative asked us to stop on ${asked}.`,
  staff: (asked) => `You told us on ${asked} that you want to stop.`,
};

export const en = {
  title: 'Your account',
  starting: 'One moment…',
  noAnswer: 'No connection to the practice',
  again: 'Try again',
  call: (phone: string): string => `Do you have questions? Call us: ${phone}.`,
  endsSoon: 'Are you still there? Touch the page to stay signed in. If not, you are signed out in a few minutes.',
  acting: (actor: string, member: string): string => `You are ${actor}. You act for ${member}.`,

  mistakes: {
    handle: 'Enter your sign-in name.',
    code: 'Enter the code as it stands on your slip.',
    password: 'Enter your password.',
    short: 'Choose a password of 12 characters or more.',
    present: 'Enter your present password.',
    wrong: 'That is not your present password. Check it and try again.',
  },

  signIn: {
    title: 'Sign in to your account',
    ended: 'To keep your matter private, you were signed out after a while. Sign in and go on where you were.',
    handle: 'Sign-in name',
    handleHint: 'Your e-mail address, or the name on your slip.',
    password: 'Password',
    button: 'Sign in',
    busy: 'Signing in…',
    first: 'I am here for the first time and have a code',
    forgot: 'I do not know my password',
  },

  first: {
    title: 'Sign in for the first time',
    lead: 'Type what stands on the slip that we gave you. If you got a mail from us, open the link in it instead.',
    code: 'One-time code',
    codeHint: 'Twelve letters and digits, such as 4K7P-2M9X-TR3D.',
    button: 'Go on',
    busy: 'Checking…',
    back: 'Back to sign in',
    opening: 'Opening your account…',
    brokenTitle: 'This link is not complete',
    broken: 'Please open the link in our mail again. If you copied it, copy all of it.',
    over,
    signIn: 'Sign in',
    forgot: 'Ask for a new link by mail',
  },

  choose: {
    title: (name: string): string => `Hello, ${name}`,
    acting: (member: string): string => `With this you sign in for ${member}.`,
    handle: 'Your sign-in name is',
    keep: 'You need it together with the password. Please write it down.',
    password: 'Choose a password',
    hint: '12 characters or more. Three or four words that only you would put together are easy to keep.',
    button: 'Save and open my account',
    busy: 'Opening your account…',
    notMe: (phone: string): string => `If this is not your name, please close this page and call us: ${phone}.`,
  },

  forgot: {
    title: 'A new password',
    lead: 'We mail you a link with which you choose a new one. Until then, the old one works.',
    button: 'Mail me a link',
    busy: 'Asking for a link…',
    done: 'If we have an account with this name and an e-mail address, a link is on its way. It can take a few minutes.',
    noMail: 'Do you have no e-mail with us? Call or visit the practice: we print a new code for you.',
  },

  home: {
    title: (name: string): string => `Hello, ${name}`,
    nothing: 'There is nothing here that you agreed to.',
    how,
    inShort: 'What you agreed to, in short',
    consent: 'Download the signed form (PDF)',
    another: 'Download the record (PDF)',
    receipt: 'Download this summary (PDF)',
    downloading: 'Downloading…',
    saved: 'It is saved on this device.',
    pending: 'The signed form is being made. It appears here soon.',
    otherLanguage: (language: string): string => `The form was read in ${language}.`,
    stopTitle: 'How to stop',
    stop: (day: string): string => `You can stop at any time. If you stop today, the last day is ${day}.`,
    stopButton: 'I want to stop',
    stopped: 'We have the request to stop',
    stoppedBy,
    /** To who acts for the member. */
    askedOn: (asked: string): string => `We were asked to stop on ${asked}.`,
    ends: (day: string): string => `The last day is ${day}. Until then, everything stays as it is.`,
    ended: (day: string): string => `It ended on ${day}.`,
    restStays: 'The rest of your care stays the same.',
    confirmed: 'We mail you a confirmation. You can download it as well.',
    confirmedOnPaper: 'Here is a letter that confirms it.',
    letter: 'Download the letter (PDF)',
    account: 'Your account',
    signInName: 'You sign in as',
    password: 'Change my password',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
  },

  stop: {
    title: 'Do you want to stop?',
    lead: (what: string, practice: string): string => `This ends what you agreed to with ${practice}: ${what}.`,
    asked: 'You ask us on',
    last: 'The last day is',
    until: 'Until then, everything stays as it is, and a share of the cost may still be due.',
    rest: 'The rest of your care stays the same. You can join again later.',
    yes: 'Yes, I stop',
    busy: 'Stopping…',
    no: 'No, go back',
    otherDay: 'A new month has begun since you opened this page. The last day is another one now: please look again.',
  },

  password: {
    title: 'Change your password',
    present: 'Your present password',
    fresh: 'Your new password',
    button: 'Save the new password',
    busy: 'Saving…',
    done: 'Your new password is saved. On other devices you are signed out.',
    back: 'Back to your account',
  },

  passkeys: {
    title: 'Sign in without a password',
    lead: 'On this device you can sign in with your finger, your face or the PIN of the device. It is called a passkey.',
    make: 'Set it up on this device',
    making: 'Follow your device…',
    made: 'It is set up. Next time, choose “Sign in with a passkey”.',
    left: 'It was not finished, and nothing has changed. You can try again.',
    since: (day: string): string => `Set up on ${day}.`,
    neverUsed: 'Not used yet.',
    lastUsed: (day: string): string => `Used last on ${day}.`,
    remove: 'Remove',
    removing: 'Removing…',
    removed: 'It is removed. It does not open your account any more.',
    signIn: 'Sign in with a passkey',
    asking: 'Follow your device…',
    leftSignIn: 'It was not finished. Try again, or sign in with your password.',
  },
};
