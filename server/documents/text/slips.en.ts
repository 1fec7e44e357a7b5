/** Slips and letters on one page, for people without e-mail or who would rather have paper. */
export const slipsEn = {
  for: 'For',
  printed: (day: string): string => `Printed on ${day}`,
  help: (phone: string): string => `Do you need help? Call ${phone}.`,

  activation: {
    title: 'Your online account',
    lead: (practice: string): string => `This page lets you sign in at ${practice} for the first time.`,
    address: 'Open this page on your phone or computer',
    orScan: 'Or point your phone’s camera at the square.',
    handle: 'Type this sign-in name',
    code: 'Type this one-time code',
    password: 'Choose a password of your own',
    passwordHint: 'From then on, you sign in with your sign-in name and that password.',
    expires: (day: string): string =>
      `The code works one time, until ${day}. Do not show this page to anyone. Throw it away once you have signed in.`,
  },

  receipt: {
    title: 'What you agreed to',
    signed: 'You said yes on',
    how: 'How',
    methods: {
      tablet: 'Signed on our tablet',
      paper: 'Signed on paper',
      app: 'Signed on your own device',
      verbal: 'By word of mouth, after we read it to you',
    },
    inShort: 'In short',
    stopTitle: 'How to stop',
    stop: (programme: string, phone: string): string =>
      `You can stop ${programme} at any time, and you do not need a reason. Tell the front desk or call ${phone}. It then ends on the last day of that month.`,
    copy: (phone: string): string =>
      `You can get a copy of the whole form at no charge. Ask the front desk or call ${phone}.`,
    checkCode: 'Check code',
    checkCodeHint: 'With this code, we find your form if you call us.',
    keep: 'Keep this page with your papers.',
  },

  stop: {
    title: (programme: string): string => `You asked us to stop ${programme}`,
    ends: (programme: string): string => `Your last day in ${programme}`,
    asked: 'You asked us on',
    pay: (day: string): string =>
      `You may still have to pay your share for the time up to ${day}. After that day, there is nothing more to pay for it.`,
    care: 'The rest of your care stays the same.',
    again: (programme: string, phone: string): string =>
      `Would you like ${programme} again later? Tell the front desk or call ${phone}.`,
    notYou: (phone: string): string => `Is this not what you wanted? Please call ${phone}.`,
    keep: 'Keep this page with your papers.',
  },
};
