/** The list of invitations. */
export const invitationsEn = {
  title: 'Invitations',
  name: 'Patient',
  state: 'State',
  method: 'Sign Forms',
  added: 'Added',
  tablet: 'Tablet',
  noTablet: 'None',
  addedBy: (who: string): string => `by ${who}`,
  recordNumber: (number: string): string => `Record ${number}`,
  empty: 'Nobody has been invited yet.',
  emptyHint: 'When you add members, they appear here with the state of each invitation.',
  needsLook: 'Needs a look',
  shown: (from: number, to: number, total: number): string => `${from} to ${to} of ${total}`,
  total: (total: string, one: boolean): string => (one ? `${total} invitation` : `${total} invitations`),
  matching: (total: string, one: boolean): string =>
    one ? `${total} invitation matches` : `${total} invitations match`,
  newer: 'Newer',
  older: 'Older',
  pages: 'More invitations',

  find: 'Find an invitation',
  search: 'Search',
  searchHint: 'Name, birth date, record number or phone. Key: /',
  searching: 'Searching…',
  anyState: 'Any state',
  stillOpen: 'Not answered yet',
  anyMethod: 'Any way',
  and: (one: string, other: string): string => `${one} or ${other}`,
  printForms: (count: number, more: boolean): string =>
    more
      ? `Print the first ${count} forms (PDF)`
      : count === 1
        ? 'Print the form (PDF)'
        : `Print these ${count} forms (PDF)`,
  clear: 'Clear all',
  nothing: 'No invitation matches.',
  nothingHint: 'Check the spelling, search for less, or clear the filters.',
};
