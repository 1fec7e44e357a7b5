/** What can be wrong with a field of the front desk's forms; the words are in `text/`. */
export type Mistake =
  | 'last-missing'
  | 'too-long'
  | `birth-date-${'empty' | 'unreadable' | 'impossible' | 'future' | 'too-long-ago'}`
  | 'sex-missing'
  | 'phone-unreadable'
  | 'email-unreadable'
  | 'email-needed-for-app'
  | 'practitioner-missing'
  | 'times-reversed'
  | 'refused'
  | 'practice-name-missing'
  | 'practice-phone-missing'
  | 'practitioner-name-missing'
  | 'admin-name-missing'
  | 'login-missing'
  | 'login-has-space'
  | 'password-missing'
  | 'password-too-short'
  | 'pin-not-six'
  | 'setup-code-missing';
