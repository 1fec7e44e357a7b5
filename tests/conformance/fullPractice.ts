import { newId } from '../../src/contract/newId.ts';
import { formHash } from '../../src/contract/digest.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { accessesOf, type AccessRow } from '../../server/store/access.ts';
import { addActivation } from '../../server/store/activations.ts';
import { addCaregiver } from '../../server/store/caregivers.ts';
import { keepCertificate } from '../../server/store/certificates.ts';
import { addDocument } from '../../server/store/documents.ts';
import { beginFormDraft } from '../../server/store/forms.ts';
import { addLink } from '../../server/store/links.ts';
import { queueMail, settleMail } from '../../server/store/mails.ts';
import { addMemberSession } from '../../server/store/memberSessions.ts';
import type { Store } from '../../server/store/open.ts';
import { addPairing } from '../../server/store/pairings.ts';
import { addPasskey } from '../../server/store/passkeys.ts';
import { getPatient } from '../../server/store/patients.ts';
import { keepForm } from '../../server/store/practices.ts';
import { addRecord } from '../../server/store/records.ts';
import { noteRefused } from '../../server/store/refused.ts';
import { addScanEnvelope } from '../../server/store/scanEnvelopes.ts';
import { addScanPage } from '../../server/store/scanPages.ts';
import { addScan } from '../../server/store/scans.ts';
import { addSession } from '../../server/store/sessions.ts';
import { addStop } from '../../server/store/stops.ts';
import {
  aConsent,
  anInvited,
  aPractice,
  aTablet,
  at,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, depsFor } from '../harness/deps.ts';

export type FullPractice = {
  practice: TestPractice;
  tablet: TestTablet;
  enrolled: Invited;
  waiting: Invited;
  envelope: string;
  document: string;
  formHash: string;
  /** Of the one who waits; has a caregiver. */
  household: string;
  caregiver: string;
  /** Kept, and a link that nobody opened, for the one who waits. */
  mail: string;
  link: string;
  record: string;
  /** Of the one who enrolled, with a code that nobody used. */
  access: AccessRow;
  activation: string;
  passkey: string;
  /** An envelope of the tablet that was not taken. */
  refused: string;
  /** A page that waits with the one who waits, and its file. */
  scan: string;
  page: string;
  /** An envelope with a picture of a form. */
  picture: string;
};

export const ownVersion = 'Xanadu 1';

/** A practice with at least one row in every table. Its people are called Xanadu, to be found wherever they leak. */
export async function fullPractice(store: Store): Promise<FullPractice> {
  const practice = await aPractice(store, { name: 'Xanadu Family Practice' });
  const name = { first: 'Xanadu', last: 'Whitfield' };
  const enrolled = await anInvited(practice, { name });
  const waiting = await anInvited(practice, { name, username: 'xanadu.patient' });
  const tablet = await aTablet(practice, 'Xanadu iPad');
  const evidence = aConsent(tablet, enrolled);
  const deps = depsFor(store, aClock());
  await ingest(deps, tablet.device, await sealed(tablet, evidence));
  await ingest(deps, tablet.device, await sealed(tablet, evidence)); // other bytes under the id: a conflict
  const ownForm = { ...currentForm, version: ownVersion };
  const ownHash = await formHash(ownForm);
  await keepForm(practice.scope, ownForm, ownHash, at);
  await store.db.updateTable('invitation').set({ form_hash: ownHash }).where('id', '=', waiting.id).execute();
  await store.db.updateTable('practice').set({ form_hash: ownHash }).where('id', '=', practice.id).execute();
  // Nothing stands at what another practice could set it back to.
  await store.db.updateTable('device').set({ pin_failures: 3, holding: waiting.id, asking_since: at }).execute();
  await store.db.updateTable('job').set({ done_at: at }).execute();
  await store.db.updateTable('account').set({ handle: 'xanadu.account' }).execute();
  await store.db.updateTable('access').set({ handle: 'xanadu.account' }).execute();
  const { household } = await getPatient(practice.scope, waiting.patient);
  const caregiver = { id: newId(), name: { first: 'Kublai', last: 'Xanadu' }, relationship: 'son', phone: null };
  await addCaregiver(
    practice.scope,
    household,
    { ...caregiver, email: 'k@example.org', legalRepresentative: true },
    at,
  );
  await beginFormDraft(practice.scope, {
    base: ownHash,
    form: { ...ownForm, version: 'Xanadu 2' },
    by: practice.staff.id,
    at,
  });
  const link = newId();
  await addLink(practice.scope, { tokenHash: link, invitation: waiting.id, at, expiresAt: at });
  const mail = await queueMail(practice.scope, {
    kind: 'invitation',
    subject: waiting.id,
    invitation: waiting.id,
    recipient: 'xanadu@example.org',
    at,
  });
  await settleMail(practice.scope, mail, { state: 'kept', at });
  await store.db.updateTable('job').set({ done_at: at }).execute();
  const document = newId();
  await addDocument(practice.scope, {
    id: document,
    invitation_id: enrolled.id,
    envelope_id: evidence.id,
    kind: 'consent',
    content: Buffer.from('Xanadu'),
    sha256: '',
    created_at: at,
  });
  const record = newId();
  await addRecord(practice.scope, {
    id: record,
    invitation_id: waiting.id,
    kind: 'verbal',
    content: Buffer.from('Xanadu'),
    sha256: '',
    ledger_seq: 1,
    recorded_by: practice.staff.id,
    recorded_at: at,
  });
  await addStop(practice.scope, {
    invitation_id: enrolled.id,
    record_id: record,
    asked_at: at,
    effective_on: '2026-03-31',
    asked_by: 'member',
  });
  const [access] = await accessesOf(practice.scope, enrolled.patient);
  if (!access) throw new Error('nobody can sign in');
  const activation = newId();
  await addActivation(practice.scope, { access: access.id, codeHash: activation, way: 'mail', at, expiresAt: '2100' });
  const passkey = newId();
  await addPasskey(practice.scope, {
    id: passkey,
    access: access.id,
    publicKey: Buffer.from('Xanadu'),
    counter: 1,
    at,
  });
  await addMemberSession(practice.scope, { tokenHash: newId(), access: access.id, now: new Date(at) });
  const refused = newId();
  const notTaken = { envelope: refused, device: tablet.device.id, invitation: waiting.id, code: 'too-large', at };
  await noteRefused(practice.scope, notTaken);
  await keepCertificate(practice.scope, {
    kind: 'own',
    certificates: 'Xanadu',
    private_key: Buffer.from('Xanadu'),
    valid_from: at,
    valid_until: at,
    added_by: null,
    added_at: at,
  });
  const scan = newId();
  await addScan(practice.scope, {
    id: scan,
    name: 'Xanadu.pdf',
    kind: 'pdf',
    sha256: 'Xanadu',
    size: 6,
    source: 'upload',
    added_by: practice.staff.id,
    added_at: at,
    state: 'reading',
    trouble: null,
    pages: 1,
    content: Buffer.from('Xanadu'),
  });
  const picture = newId();
  await addScanEnvelope(practice.scope, {
    id: picture,
    sha256: '',
    device_id: tablet.device.id,
    content: Buffer.from('Xanadu'),
    ledger_seq: 1,
    receipt: '',
    received_at: at,
  });
  const page = newId();
  await addScanPage(practice.scope, {
    id: page,
    scan_id: scan,
    place: 0,
    state: 'matched',
    why: null,
    invitation_id: waiting.id,
    form_mark: null,
    page: 1,
    pages: 1,
    found: 'hand',
    ink: null,
    picture: Buffer.from('Xanadu'),
  });
  await addSession(practice.scope, { tokenHash: newId(), staff: practice.staff.id, now: new Date(at) });
  await addPairing(practice.scope, { id: newId(), codeHash: newId(), by: practice.staff.id, expiresAt: at });
  return {
    practice,
    tablet,
    enrolled,
    waiting,
    envelope: evidence.id,
    document,
    formHash: ownHash,
    household,
    caregiver: caregiver.id,
    mail,
    link,
    record,
    access,
    activation,
    passkey,
    refused,
    scan,
    page,
    picture,
  };
}
