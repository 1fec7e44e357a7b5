import type { Generated } from 'kysely';
import type { InvitationState, SignFormsMethod } from '../../src/domain/invitation.ts';
import type { MailState } from '../../src/contract/invitationsApi.ts';
import type { PageReason, PageState, ScanSource, ScanState, ScanTrouble } from '../../src/contract/scansApi.ts';
import type { Sex } from '../../src/domain/people.ts';
import type { Role } from '../../src/domain/roles.ts';

/**
 * The tables, in columns that SQLite and PostgreSQL both have: text ids (UUIDv7), ISO times, integer flags, bytes.
 * Every row belongs to a practice.
 */
export type Tables = {
  practice: PracticeTable;
  practitioner: { id: string; practice_id: string; name: string; active: number };
  staff: StaffTable;
  session: { token_hash: string; practice_id: string; staff_id: string; created_at: string; seen_at: string };
  form: FormTable;
  form_draft: FormDraftTable;
  patient: PatientTable;
  caregiver: CaregiverTable;
  invitation: InvitationTable;
  device: DeviceTable;
  pairing: PairingTable;
  envelope: EnvelopeTable;
  envelope_conflict: EnvelopeConflictTable;
  consent: ConsentTable;
  account: AccountTable;
  ledger: LedgerTable;
  event: EventTable;
  job: JobTable;
  document: DocumentTable;
  work: WorkTable;
  mail: MailTable;
  link: LinkTable;
  record: RecordTable;
  access: AccessTable;
  activation: ActivationTable;
  member_session: { token_hash: string; practice_id: string; access_id: string; created_at: string; seen_at: string };
  stop: StopTable;
  passkey: PasskeyTable;
  refused: RefusedTable;
  certificate: CertificateTable;
  scan: ScanTable;
  scan_page: ScanPageTable;
  scan_envelope: ScanEnvelopeTable;
};

type PracticeTable = {
  id: string;
  name: string;
  phone: string;
  zone: string;
  method: SignFormsMethod;
  form_hash: string;
  change_seq: Generated<number>;
  ledger_seq: Generated<number>;
  ledger_head: string;
  receive_public: string;
  receive_private: Uint8Array;
  receipt_public: string;
  receipt_private: Uint8Array;
  data_key: Uint8Array;
  /** How many times a patient is reminded of an invitation that waits in their mail. */
  reminders: Generated<number>;
  /** Days after which an invitation that nobody answers is over; 0 for never. */
  expire_days: Generated<number>;
  created_at: string;
};

type FormTable = {
  practice_id: string;
  hash: string;
  id: string;
  version: string;
  content: string;
  created_at: string;
  /** When it was last made the form of new invitations. */
  current_since: Generated<string | null>;
  /** Null for the one that the practice began with. */
  current_by: Generated<string | null>;
};

/** The new version that is being written: one at a time. */
type FormDraftTable = {
  practice_id: string;
  base_hash: string;
  content: string;
  /** Moves up with every change: a change names the one it was made on. */
  revision: number;
  changed_by: string;
  changed_at: string;
};

type StaffTable = {
  id: string;
  practice_id: string;
  name: string;
  role: Role;
  login: string;
  password_hash: string;
  pin_hash: string;
  pin_version: number;
  active: number;
  created_at: string;
};

type PatientTable = {
  id: string;
  practice_id: string;
  household: string;
  first: string;
  last: string;
  suffix: string | null;
  preferred: string | null;
  birth_date: string;
  sex: Sex;
  phone: string | null;
  email: string | null;
  language: string;
  address: string;
  record_number: string | null;
  practitioner_id: string;
  username: string | null;
  /** To the first member of the household. */
  relationship: string | null;
  /** What is searched: see `searchText`. */
  search: Generated<string>;
  created_at: string;
};

type CaregiverTable = {
  id: string;
  practice_id: string;
  household: string;
  first: string;
  last: string;
  suffix: string | null;
  preferred: string | null;
  relationship: string;
  phone: string | null;
  email: string;
  legal_representative: number;
  created_at: string;
};

type InvitationTable = {
  id: string;
  practice_id: string;
  patient_id: string;
  method: SignFormsMethod;
  state: InvitationState;
  contact: string;
  note: string;
  form_hash: string;
  added_by: string;
  created_at: string;
  /** Hash of the request that made it: the same again is no change, another under its id is refused. */
  request_sha256: string;
  /** Place in the practice's change feed: moves up with every change of the row. */
  change_seq: number;
  /** Set when the patient wants no more reminders. */
  reminders_stopped_at: Generated<string | null>;
};

type DeviceTable = {
  id: string;
  practice_id: string;
  name: string;
  public_key: string;
  thumbprint: string;
  vault_key: Uint8Array;
  paired_by: string;
  paired_at: string;
  seen_at: string | null;
  app: string;
  waiting: number;
  oldest: string | null;
  /** Of those waiting, how many the practice would not take, as the tablet tells. */
  refused: Generated<number>;
  pin_failures: Generated<number>;
  locked: Generated<number>;
  /** How often the console unlocked it. */
  unlocks: Generated<number>;
  revoked_at: string | null;
  /** The invitation whose patient has it just now. */
  holding: Generated<string | null>;
  /** Since when that patient asks for somebody to come. */
  asking_since: Generated<string | null>;
  /** Of a patient's own browser: the one invitation it may answer. Null for a tablet of the practice. */
  invitation_id: Generated<string | null>;
};

type PairingTable = {
  id: string;
  practice_id: string;
  code_hash: string;
  /** Set when the code was spent: the hash of the 128-bit secret that was given for it. */
  secret_hash: string | null;
  created_by: string;
  expires_at: string;
  used_at: string | null;
};

type EnvelopeTable = {
  practice_id: string;
  id: string;
  sha256: string;
  kind: string;
  device_id: string;
  invitation_id: string;
  /** The sealed envelope as it came. */
  content: Uint8Array;
  /** The opened evidence under the practice's data key. */
  evidence: Uint8Array;
  evidence_sha256: string;
  ledger_seq: number;
  receipt: string;
  received_at: string;
};

type EnvelopeConflictTable = {
  id: string;
  practice_id: string;
  kind: string;
  envelope_id: string;
  sha256: string;
  invitation_id: string;
  /** Null for what no tablet brought, such as a form on paper. */
  device_id: string | null;
  content: Uint8Array;
  noted_at: string;
  settled_at: Generated<string | null>;
  settled_by: Generated<string | null>;
  settled_note: Generated<string | null>;
  /** What staff decided: see `DECISIONS`. */
  decision: Generated<string | null>;
};

type ConsentTable = {
  id: string;
  practice_id: string;
  invitation_id: string;
  patient_id: string;
  kind: string;
  method: SignFormsMethod | 'verbal';
  /** Where its proof is: the envelope, or the record that the practice made. */
  envelope_id: string;
  signed_at: string;
  /** Of a declination: the coded reason. */
  reason: Generated<string | null>;
  /** Ids of the questions that were missed at first, as a JSON list. */
  misses: Generated<string>;
  /** The form that was answered, whatever the invitation's is today. */
  form_hash: Generated<string | null>;
};

/** What the practice would not take of a device, until it takes it after all. */
type RefusedTable = {
  practice_id: string;
  envelope_id: string;
  device_id: string;
  /** As the outside of the envelope names it: it need not be one of the practice's. */
  invitation_id: string | null;
  code: string;
  first_at: string;
  last_at: string;
  over_at: Generated<string | null>;
  /** Staff have looked at it; it lies on its tablet still. */
  settled_at: Generated<string | null>;
  settled_by: Generated<string | null>;
};

type RecordTable = {
  id: string;
  practice_id: string;
  invitation_id: string;
  kind: string;
  /** The record under the practice's data key. */
  content: Uint8Array;
  sha256: string;
  ledger_seq: number;
  recorded_by: string | null;
  recorded_at: string;
};

type CertificateTable = {
  practice_id: string;
  /** The server made it, or the practice brought it. */
  kind: 'own' | 'given';
  /** PEM, the practice's own first. */
  certificates: string;
  /** PEM under the master key. */
  private_key: Uint8Array;
  valid_from: string;
  valid_until: string;
  added_by: string | null;
  added_at: string;
};

type AccountTable = {
  id: string;
  practice_id: string;
  patient_id: string;
  handle: string;
  handle_kind: 'email' | 'username';
  created_at: string;
};

type LedgerTable = {
  practice_id: string;
  seq: number;
  prev: string;
  hash: string;
  kind: string;
  subject: string;
  sha256: string;
  at: string;
};

type EventTable = {
  id: string;
  practice_id: string;
  invitation_id: string;
  kind: string;
  at: string;
  who: string | null;
  detail: string | null;
};

type JobTable = {
  id: string;
  practice_id: string;
  kind: string;
  subject: string;
  run_at: string;
  attempts: Generated<number>;
  last_error: string | null;
  done_at: string | null;
};

type DocumentTable = {
  id: string;
  practice_id: string;
  invitation_id: string;
  envelope_id: string;
  kind: string;
  content: Uint8Array;
  sha256: string;
  created_at: string;
};

type WorkTable = {
  invitation_id: string;
  practice_id: string;
  enrolled_at: string;
  claimed_by: Generated<string | null>;
  claimed_at: Generated<string | null>;
  done_by: Generated<string | null>;
  done_at: Generated<string | null>;
};

type MailTable = {
  id: string;
  practice_id: string;
  kind: string;
  /** What it is about: an id whose meaning the kind says. */
  subject: string;
  invitation_id: string | null;
  recipient: string;
  state: MailState;
  /** The composed mail under the practice's data key, until it is sent. */
  content: Uint8Array | null;
  problem: string | null;
  created_at: string;
  settled_at: string | null;
};

type LinkTable = {
  token_hash: string;
  practice_id: string;
  invitation_id: string;
  created_at: string;
  expires_at: string;
  /** Wrong birth dates in a row. */
  tries: Generated<number>;
  /** The browser it was opened in, once the birth date was right. */
  device_id: string | null;
  revoked_at: string | null;
};

/** A way to sign in to an account: the member's own, or that of a legal representative. */
type AccessTable = {
  id: string;
  practice_id: string;
  account_id: string;
  /** `member`, or the id of the caregiver who acts for the member. */
  holder: string;
  handle: string;
  /** Null until a password was chosen. */
  password_hash: string | null;
  /** The language that they chose; null where they never did. */
  language: string | null;
  created_at: string;
  activated_at: string | null;
};

/** A code of one use, with which a password is chosen. Only its hash is kept. */
type ActivationTable = {
  id: string;
  practice_id: string;
  access_id: string;
  code_hash: string;
  way: 'mail' | 'slip';
  created_at: string;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
};

/** That an enrolled patient stops. What was said is in the record. */
type StopTable = {
  invitation_id: string;
  practice_id: string;
  record_id: string;
  asked_at: string;
  effective_on: string;
  asked_by: 'member' | 'representative' | 'staff';
};

type ScanTable = {
  id: string;
  practice_id: string;
  /** As whoever sent it called the file. */
  name: string;
  /** By its content; null where that is none that can be read. */
  kind: string | null;
  sha256: string;
  size: number;
  source: ScanSource;
  added_by: string | null;
  added_at: string;
  state: ScanState;
  trouble: ScanTrouble | null;
  pages: number | null;
  /** The file under the practice's data key; null where it was refused and lies in the folder it came by. */
  content: Uint8Array | null;
};

type ScanEnvelopeTable = {
  practice_id: string;
  id: string;
  sha256: string;
  device_id: string;
  /** The sealed envelope as it came. */
  content: Uint8Array;
  ledger_seq: number;
  receipt: string;
  received_at: string;
};

type ScanPageTable = {
  id: string;
  practice_id: string;
  scan_id: string;
  /** Its place in the file, from 0. */
  place: number;
  state: PageState;
  why: PageReason | null;
  invitation_id: string | null;
  /** The first digits of the hash of the form version it was printed from; null where it was matched by hand. */
  form_mark: string | null;
  page: number | null;
  pages: number | null;
  found: 'code' | 'hand' | null;
  /** What is seen in the boxes to sign in that are on the page: JSON of `ink` in the contract. */
  ink: string | null;
  turn: Generated<number>;
  /** What is shown, under the practice's data key; null where the page could not be read. */
  picture: Uint8Array | null;
  settled_by: string | null;
  settled_at: string | null;
  settled_note: string | null;
};

/** The public half of a member's passkey. */
type PasskeyTable = {
  /** As the authenticator named it, in base64url. */
  id: string;
  practice_id: string;
  access_id: string;
  /** A COSE key (RFC 9052). */
  public_key: Uint8Array;
  counter: number;
  created_at: string;
  used_at: string | null;
};
