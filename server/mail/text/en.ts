/** What mails say. No health, no birth date, no last name: mail is read by others (issue 5). */
export const en = {
  greeting: (first: string) => `Hello ${first},`,
  sender: (practice: string, phone: string) =>
    `This mail was sent by ${practice}, phone ${phone}. Please do not answer it: nobody reads the answers.`,
  invitation: {
    subject: (practice: string) => `${practice} asks you to read and answer a form`,
    before: (practice: string) => [
      `${practice} asks you to read a form and to say yes or no to it. It takes about ten minutes.`,
      'You can do it on this phone, tablet or computer. You will be asked for your birth date first.',
    ],
    button: 'Read the form',
    after: (days: number, phone: string) => [
      `The link is for you alone. It works for ${days} days, and for one answer. Please do not pass it on.`,
      `Would you rather read it on paper, or with somebody? Call us: ${phone}.`,
    ],
  },
  reminder: {
    subject: (practice: string) => `A form from ${practice} still waits for you`,
    before: (practice: string) => [
      `Some days ago ${practice} asked you to read a form and to say yes or no to it. It still waits for you.`,
      'This is a new link. The one in our last mail does not work any more.',
    ],
    stop: (address: string) => `Do you want no more reminders? Open this page: ${address}`,
  },
  activation: {
    subject: (practice: string) => `${practice} has made an account for you`,
    before: (practice: string) => [
      `${practice} has made an account for you. There you can see what you agreed to, keep a copy, and change your mind.`,
      'Open this link and choose a password.',
    ],
    beforeActing: (practice: string, member: string) => [
      `${practice} has made a way for you to sign in for ${member}. There you can see what was agreed to, keep a copy, and act for ${member}.`,
      'Open this link and choose a password of your own.',
    ],
    button: 'Open my account',
    after: (days: number, phone: string) => [
      `The link is for you alone. It works for ${days} days, and once. Please do not pass it on.`,
      `Did you not expect this, or do you need help? Call us: ${phone}.`,
    ],
  },
  stopped: {
    subject: (practice: string) => `${practice} confirms that you stop`,
    before: (practice: string, asked: string, last: string) => [
      `On ${asked}, ${practice} was told that you want to stop what you agreed to.`,
      `This mail confirms it. The last day is ${last}. The rest of your care stays the same.`,
      'You do not have to do anything.',
    ],
    after: (address: string, phone: string) => [
      `You can see this in your account as well: ${address}`,
      `Is this a mistake, or did you change your mind? Call us: ${phone}.`,
    ],
  },
  caregiver: {
    subject: (practice: string) => `${practice} has your name as a contact`,
    before: (practice: string, patient: string) => [
      `${practice} has written down your name and e-mail address as a person who helps ${patient}.`,
      'You do not have to do anything.',
    ],
    after: (phone: string) => [`Is this a mistake, or do you want your name taken out? Call us: ${phone}.`],
  },
};

export type MailText = typeof en;
