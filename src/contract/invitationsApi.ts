import * as v from 'valibot';
import { DECISIONS } from '../domain/conflicts.ts';
import { INVITATION_STATES, METHODS } from '../domain/invitation.ts';
import { SEXES } from '../domain/people.ts';
import { caregiverSchema } from './householdApi.ts';
import { contactSchema, nameSchema, patientSchema } from './people.ts';
import { count, filledLine, id, isoDate, isoTime, note } from './shapes.ts';

/** The invitations of a practice, as the console lists, shows and changes them. */

const state = v.picklist(INVITATION_STATES);
const method = v.picklist(METHODS);

export const invitationRow = v.object({
  id,
  name: nameSchema,
  birthDate: isoDate,
  recordNumber: v.nullable(v.string()),
  state,
  method,
  createdAt: isoTime,
  addedBy: v.string(),
  /** The tablet that has it, or on which it was answered. */
  tablet: v.nullable(v.string()),
  /** Conflicts that nobody has dealt with yet, and answers that a tablet could not hand in. */
  conflicts: count,
  /** The last day of a member who stops. */
  stopsOn: v.nullable(isoDate),
});
export type InvitationRow = v.InferOutput<typeof invitationRow>;
export const invitationsAnswer = v.object({ invitations: v.array(invitationRow), total: count });

export const storyEvent = v.object({
  at: isoTime,
  kind: v.string(),
  who: v.nullable(v.string()),
  detail: v.nullable(v.string()),
});
export type StoryEvent = v.InferOutput<typeof storyEvent>;

const documentRow = v.object({ id, kind: v.string(), createdAt: isoTime, sha256: v.string() });

/** A mail about an invitation, and what became of it. */
export const MAIL_STATES = ['waiting', 'sent', 'kept', 'failed', 'void'] as const;
export type MailState = (typeof MAIL_STATES)[number];
const mailRow = v.object({
  id,
  kind: v.string(),
  recipient: v.string(),
  state: v.picklist(MAIL_STATES),
  /** What the mail server said, in its own words. */
  problem: v.nullable(v.string()),
  at: isoTime,
});
export type MailRow = v.InferOutput<typeof mailRow>;

const conflict = v.object({
  id,
  kind: v.string(),
  notedAt: isoTime,
  /** Null for what no tablet brought, such as a form on paper. */
  tablet: v.nullable(v.string()),
  /** What was answered, and when it was signed; null where it is no answer. */
  sealed: v.nullable(v.string()),
  signedAt: v.nullable(isoTime),
  document: v.nullable(id),
  /** What can be decided now; none where a note is all there is to write. */
  choices: v.array(v.picklist(DECISIONS)),
  settled: v.nullable(
    v.object({ at: isoTime, by: v.string(), note: v.string(), decision: v.nullable(v.picklist(DECISIONS)) }),
  ),
});
export type Conflict = v.InferOutput<typeof conflict>;

/** A way to sign in to the account, and how far the last code for it has come. */
const access = v.object({
  /** `member`, or the id of the caregiver who acts for them. */
  holder: v.string(),
  handle: v.string(),
  activatedAt: v.nullable(isoTime),
  code: v.nullable(
    v.object({ way: v.picklist(['mail', 'slip']), madeAt: isoTime, expiresAt: isoTime, good: v.boolean() }),
  ),
});
export type Access = v.InferOutput<typeof access>;

/** Who asked to stop: the member, who acts for them, or the member by word of mouth to staff. */
export const STOPPED_BY = ['member', 'representative', 'staff'] as const;

export const invitationAnswer = v.object({
  ...invitationRow.entries,
  /** Changes with every change: an edit names the one it was made on. */
  version: count,
  sex: v.picklist(SEXES),
  email: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  language: v.string(),
  address: v.string(),
  practitioner: id,
  practitionerName: v.string(),
  username: v.nullable(v.string()),
  contact: contactSchema,
  note: v.string(),
  household: v.array(v.object({ invitation: id, name: nameSchema, relationship: v.nullable(v.string()), state })),
  /** Other invitations of the same patient, the newest first. */
  samePatient: v.array(v.object({ invitation: id, state, createdAt: isoTime })),
  caregivers: v.array(caregiverSchema),
  account: v.nullable(v.object({ createdAt: isoTime, handle: v.string(), accesses: v.array(access) })),
  stop: v.nullable(
    v.object({ askedAt: isoTime, effectiveOn: isoDate, by: v.picklist(STOPPED_BY), ended: v.boolean() }),
  ),
  /** The last day, if an enrolled patient stopped now; null where there is nothing to stop. */
  wouldEndOn: v.nullable(isoDate),
  story: v.array(storyEvent),
  /** Settled ones too, so that staff see what was decided. */
  conflictList: v.array(conflict),
  /** Answers that lie on a tablet and could not be taken. */
  refused: v.array(v.object({ tablet: v.string(), code: v.string(), since: isoTime })),
  mails: v.array(mailRow),
  documents: v.array(documentRow),
  /** A document is still being made. */
  documentsPending: v.boolean(),
});
export type InvitationDetail = v.InferOutput<typeof invitationAnswer>;

/** After an answer only contact and note may change; before it, everything. */
export const editRequest = v.strictObject({
  version: count,
  patient: patientSchema,
  method,
  contact: contactSchema,
  note: note(2_000),
});
export type EditRequest = v.InferOutput<typeof editRequest>;
/** Paper forms that one file may have. */
export const MOST_PAPER_FORMS = 50;
export const resendRequest = v.strictObject({ version: count });
export const cancelRequest = v.strictObject({ version: count, reason: filledLine(500) });
/** Adds a caregiver to the household, or changes the one with this id. */
export const caregiverRequest = v.strictObject({ version: count, caregiver: caregiverSchema });
export const settleRequest = v.strictObject({
  note: note(1_000),
  decision: v.optional(v.nullable(v.picklist(DECISIONS)), null),
});
/** `id` is the new invitation's. */
export const againRequest = v.strictObject({ id });
export const settleRefusedRequest = v.strictObject({ note: note(1_000) });
export type SettleRequest = v.InferOutput<typeof settleRequest>;

/** Mails that did not leave. */
export const unsentMailsAnswer = v.object({
  /** Whether a mail server is set at all. */
  sends: v.boolean(),
  /** Where links in mails lead. */
  address: v.string(),
  mails: v.array(v.object({ ...mailRow.entries, invitation: v.nullable(id) })),
});
export type UnsentMails = v.InferOutput<typeof unsentMailsAnswer>;
export const keptMailAnswer = v.object({ recipient: v.string(), subject: v.string(), text: v.string() });
