/** What became of invitations. */
export const reportsEn = {
  title: 'Reports',
  lead: (from: string, to: string): string => `Invitations made from ${from} to ${to}`,
  period: 'Period',
  from: 'From',
  to: 'To',
  last: { 28: 'Last 4 weeks', 84: 'Last 12 weeks', 364: 'Last 52 weeks' },
  wrongPeriod: 'The period ends before it begins. Choose a later end.',
  none: 'Nobody was invited in this period.',
  noneHint: 'Choose a longer period.',

  funnel: 'From invitation to account',
  step: 'Step',
  people: 'Invitations',
  share: 'Of all',
  steps: {
    invited: 'Invited',
    signed: 'Signed',
    enrolled: 'Account created',
    declined: 'Said no',
    open: 'Not answered yet',
    cancelled: 'Cancelled or expired',
  },

  time: 'Time to enroll',
  timeLead: (median: string, slowest: string): string => `Half took ${median} or less. The slowest took ${slowest}.`,
  timeNone: 'Nobody of this period has enrolled yet.',
  within: 'Within',
  hours: (hours: number): string => `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
  days: (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`,
  minutes: 'a few minutes',

  weeks: 'Week by week',
  week: 'Week of',
  method: 'Sign Forms',
  invited: 'Invited',
  enrolled: 'Account created',
  declined: 'Said no',

  declines: 'Why patients said no',
  declinesNone: 'Nobody of this period said no.',
  reason: 'Reason',
  times: 'Times',

  download: 'For a spreadsheet',
  downloadHint: 'Files with names in them are private: keep them where other patient data is kept.',
  csv: { weeks: 'Weeks (CSV)', declines: 'Reasons (CSV)', invitations: 'All invitations with names (CSV)' },
};
