import * as v from 'valibot';
import { digestOf } from '../../src/contract/digest.ts';
import { paperRecord, type PaperRecord } from '../../src/contract/practiceRecord.ts';
import type { ConfirmRequest } from '../../src/contract/scansApi.ts';
import { isUnfinished } from '../../src/domain/invitation.ts';
import { FORM_MARK } from '../../src/domain/pageCode.ts';
import { asksForNote, isInTheWay, pointsOf, type PaperPage } from '../../src/domain/paperForm.ts';
import { dayInZone } from '../../src/domain/stopping.ts';
import { startOfDay } from '../calendar.ts';
import type { Deps } from '../deps.ts';
import { keepDocument } from '../documents/keep.ts';
import { scannedForm } from '../documents/scannedForm.ts';
import { enrol } from '../enrol.ts';
import { fillsOf } from '../fills.ts';
import { keepRecord, openRecord } from '../keepRecord.ts';
import { endMails } from '../mail/mailInvitation.ts';
import { Refusal } from '../refusal.ts';
import { sealerOf } from '../seal/sealer.ts';
import { representativesOf } from '../store/caregivers.ts';
import { lockPractice } from '../store/changes.ts';
import { addConsent, noteConflict } from '../store/envelopes.ts';
import { tell } from '../store/events.ts';
import { findInvitation, findWithPeople, touchInvitation, type InvitationRecord } from '../store/invitations.ts';
import { getPatient } from '../store/patients.ts';
import { findForm, findFormByMark, getPractice } from '../store/practices.ts';
import { findRecord } from '../store/records.ts';
import { changeScanPage, pagesWith } from '../store/scanPages.ts';
import { inTransaction, type Scope } from '../store/scope.ts';
import type { StaffRow } from '../store/staff.ts';
import { openPicture } from './keepScan.ts';

type By = Pick<StaffRow, 'id' | 'name'>;
type Page = Awaited<ReturnType<typeof pagesWith>>[number];

/**
 * Staff looked at the pages and say that they are the patient's signed form. Record, consent, account and document come
 * to be in one transaction. Where the patient was answered for meanwhile, the paper is kept beside it and put before
 * staff, as any second answer is (invariant 8); there is one account (invariant 9).
 */
export async function confirmPaper(
  deps: Deps,
  scope: Scope,
  by: By,
  invitationId: string,
  wanted: ConfirmRequest,
): Promise<void> {
  const practice = await getPractice(scope);
  const at = deps.now().toISOString();
  if (wanted.signedOn > dayInZone(at, practice.zone))
    throw new Refusal('unreadable-request', { fields: [{ field: 'signedOn', problem: 'is a day to come' }] });
  const { dataKey } = await deps.keyring.keysOf(scope.practice);
  const { bytes, digest } = await documentOf(deps, scope, by, invitationId, wanted, at);
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const known = await findRecord(within, wanted.id);
    if (known) return refuseAnother(openRecord(within, dataKey, known), invitationId, wanted);
    const invitation = await findInvitation(within, invitationId);
    if (!invitation) throw new Refusal('not-found');
    const pages = await chosenPages(within, invitationId, wanted);
    if (pages.some((page) => page.state === 'confirmed')) throw new Refusal('page-confirmed');
    if (isUnfinished(invitation.state) && invitation.method !== 'paper') throw new Refusal('paper-void');
    if (wanted.signer === 'representative') await assertRepresented(within, invitation);
    assertComplete(invitation, pages, wanted);
    const record = await recordOf(within, invitation, pages, wanted, by, at);
    // The document was made of what was so a moment ago.
    if ((await digestOf(record)) !== digest) throw new Refusal('changed-meanwhile');
    const { sha256 } = await keepRecord(within, dataKey, record);
    for (const page of pages)
      await changeScanPage(within, page.id, {
        state: 'confirmed',
        settled_by: by.id,
        settled_at: at,
        settled_note: '',
      });
    await addConsent(within, {
      invitation_id: invitationId,
      patient_id: invitation.patient_id,
      kind: 'consent',
      method: 'paper',
      envelope_id: record.id,
      signed_at: startOfDay(wanted.signedOn, practice.zone),
      form_hash: record.form.hash,
    });
    await keepDocument(within, dataKey, {
      invitation: invitationId,
      envelope: record.id,
      kind: 'paper-scan',
      bytes,
      at,
    });
    const story = { invitation: invitationId, at, who: by.name };
    await tell(within, { ...story, kind: 'paper-confirmed', detail: wanted.printedName });
    await endMails(within, invitationId, at);
    const moved = await enrol(within, invitation, at);
    if (!moved.ok) {
      const over = moved.rejection === 'cancelled' || moved.rejection === 'expired';
      const kind = over ? 'after-cancel' : 'signed-twice';
      await noteConflict(within, {
        kind,
        envelope_id: record.id,
        sha256,
        invitation_id: invitationId,
        device_id: null,
        content: (await findRecord(within, record.id))?.content ?? new Uint8Array(),
        noted_at: at,
      });
      await tell(within, { ...story, kind: `conflict-${kind}` });
    }
    await touchInvitation(within, invitationId);
  });
  deps.nudges.nudge(scope.practice);
  deps.jobs.wake();
}

/** The pages that were chosen, in the order of the form. Refused where one of them is not this invitation's. */
async function chosenPages(scope: Scope, invitation: string, { pages }: ConfirmRequest): Promise<Page[]> {
  const there = await pagesWith(scope, invitation);
  const chosen = there.filter((page) => pages.includes(page.id));
  if (chosen.length !== new Set(pages).size) throw new Refusal('changed-meanwhile');
  return chosen.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0));
}

function assertComplete(invitation: InvitationRecord, pages: readonly Page[], { signer, note }: ConfirmRequest): void {
  const mark = invitation.form_hash.slice(0, FORM_MARK);
  const asOnPaper = pages.map((page): PaperPage => ({
    page: page.page ?? 0,
    pages: page.pages ?? 0,
    ink: JSON.parse(page.ink ?? '{}') as PaperPage['ink'],
    otherForm: page.form_mark !== null && page.form_mark !== mark,
  }));
  const points = pointsOf(asOnPaper, signer);
  if (points.some(isInTheWay)) throw new Refusal('paper-incomplete');
  if (points.some(asksForNote) && note.trim() === '') throw new Refusal('paper-needs-note');
}

/** Only a legal representative whom the practice recorded may sign for a patient, on paper as on a screen. */
async function assertRepresented(scope: Scope, { patient_id }: InvitationRecord): Promise<void> {
  const { household } = await getPatient(scope, patient_id);
  if (!(await representativesOf(scope, [household])).has(household)) throw new Refusal('representative-not-recorded');
}

async function recordOf(
  scope: Scope,
  invitation: InvitationRecord,
  pages: readonly Page[],
  { id, signedOn, signer, printedName, note }: ConfirmRequest,
  by: By,
  at: string,
): Promise<PaperRecord> {
  const mark = pages.find((page) => page.form_mark !== null)?.form_mark ?? invitation.form_hash.slice(0, FORM_MARK);
  const printed = invitation.form_hash.startsWith(mark)
    ? { hash: invitation.form_hash, form: await findForm(scope, invitation.form_hash) }
    : await findFormByMark(scope, mark);
  const people = await findWithPeople(scope, invitation.id);
  // A version that the practice never had can't be what the patient was to sign.
  if (!printed?.form || !people) throw new Refusal('paper-incomplete');
  const { form, hash } = printed;
  return {
    protocol: 1,
    kind: 'paper',
    id,
    practice: scope.practice,
    invitation: invitation.id,
    patient: invitation.patient_id,
    form: { id: form.id, version: form.version, hash },
    fills: fillsOf(people, await getPractice(scope), form),
    language: people.language,
    recordedAt: at,
    recordedBy: by.id,
    signedOn,
    signer,
    printedName,
    pages: pages.map((page) => ({
      page: page.page ?? 0,
      scan: page.scan_id,
      sha256: page.sha256,
      found: page.found ?? 'hand',
    })),
    note,
  };
}

/** The same again was heard before and is no change; another one under its id is refused. */
function refuseAnother(kept: unknown, invitation: string, wanted: ConfirmRequest): void {
  const read = v.safeParse(paperRecord, kept);
  const fields = ['signedOn', 'signer', 'printedName', 'note'] as const;
  const same =
    read.success &&
    read.output.invitation === invitation &&
    read.output.pages.length === wanted.pages.length &&
    fields.every((field) => read.output[field] === wanted[field]);
  if (!same) throw new Refusal('duplicate-submission');
}

/** The document of the pages, made from what was scanned, with the record in it and under the practice's seal. */
async function documentOf(
  deps: Deps,
  scope: Scope,
  by: By,
  invitationId: string,
  wanted: ConfirmRequest,
  at: string,
): Promise<{ bytes: Uint8Array; digest: string }> {
  const invitation = await findInvitation(scope, invitationId);
  if (!invitation) throw new Refusal('not-found');
  const pages = await chosenPages(scope, invitationId, wanted);
  const record = await recordOf(scope, invitation, pages, wanted, by, at);
  const pictures = await Promise.all(
    pages.map(async ({ id, picture, turn, page, pages: all }) => {
      if (!picture) throw new Refusal('paper-incomplete');
      return { bytes: await openPicture(deps, scope, { id, picture }), turn, page: page ?? 0, pages: all ?? 0 };
    }),
  );
  const bytes = await scannedForm({ pictures, record, madeAt: at }, await sealerOf(deps, scope));
  return { bytes, digest: await digestOf(record) };
}
