/** The kinds of entries that this version has words for. The server may know more: those get a general sentence. */

export const CONFLICT_KINDS = [
  'conflict-signed-twice',
  'conflict-other-content',
  'conflict-after-cancel',
  'conflict-device-revoked',
  'conflict-text-mismatch',
  'conflict-withdrawn',
  'conflict-representative-unknown',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const EVENT_KINDS = [
  'added',
  'presented',
  'taken-back',
  'signed',
  'declined',
  'withdrawn',
  'received',
  'enrolled',
  'account-created',
  'document-made',
  'cancelled',
  'edited',
  'method-changed',
  'refused',
  'refused-over',
  'brought-in',
  'expired',
  'invited-again',
  'form-changed',
  'decided-counts',
  'decided-does-not-count',
  'decided-stay',
  'decided-stop',
  'conflict-settled',
  'verbal-consent',
  'verbal-declination',
  'caregiver-recorded',
  'representative-recorded',
  'paper-printed',
  'mail-resent',
  'mail-sent',
  'mail-kept',
  'mail-failed',
  'link-opened',
  'link-locked',
  'link-asked',
  'reminders-stopped',
  'activation-slip',
  'activation-mailed',
  'activation-asked',
  'account-opened',
  'password-renewed',
  'stopped-by-member',
  'stopped-by-representative',
  'stopped-by-staff',
  'stop-reason',
  'paper-scan',
  'paper-page',
  'paper-aside',
  'paper-confirmed',
  'work-claim',
  'work-release',
  'work-done',
  'work-reopen',
  ...CONFLICT_KINDS,
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Ids of the consent form's reasons for a "no". */
export type DeclineReason =
  | 'cost'
  | 'not-now'
  | 'privacy'
  | 'enough-care'
  | 'other-practice'
  | 'talk-first'
  | 'other'
  | 'no-answer';
