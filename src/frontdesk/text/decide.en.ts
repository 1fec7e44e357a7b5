/** Deciding what a conflict means. */
const answer = {
  counts: { label: 'This consent counts', effect: 'The patient is enrolled now and gets an account.' },
  'does-not-count': {
    label: 'It does not count',
    effect: 'Nobody is enrolled. The record is kept here. The patient would have to sign again.',
  },
};
const no = {
  counts: { label: 'This “no” counts', effect: 'The invitation ends with a “no”.' },
  'does-not-count': { label: 'It does not count', effect: 'The invitation stays as it is. The record is kept here.' },
};
const change = {
  stay: { label: 'They want to stay', effect: 'The service goes on and the account stays. All records are kept.' },
  stop: {
    label: 'They do not want it',
    effect:
      'The service ends with this month. That is written down, confirmed by e-mail where there is an address, and put on the worklist. The account stays, so that they can read what was signed.',
  },
};

export const decideEn = {
  question: 'What do you decide?',
  why: 'Why?',
  whyHint: 'Such as whom you asked, and when. It stays in the story of this invitation.',
  button: 'Write down the decision',
  signed: (when: string): string => `Answered ${when}.`,
  document: 'Open what was answered (PDF)',
  consent: answer,
  declination: no,
  change,
};
