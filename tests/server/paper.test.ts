import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import type { ConfirmRequest } from '../../src/contract/scansApi.ts';
import { paperRecord } from '../../src/contract/practiceRecord.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import * as v from 'valibot';
import { openDocument } from '../../server/documents/keep.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { homeOf, ownDocument } from '../../server/members/home.ts';
import { printReceipt } from '../../server/members/papers.ts';
import { accessesOf } from '../../server/store/access.ts';
import { openRecord } from '../../server/keepRecord.ts';
import { addCaregiver } from '../../server/store/caregivers.ts';
import { getPatient } from '../../server/store/patients.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import { moveInvitation } from '../../server/store/invitations.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { anAppEach, ask, aPracticeWithLogin, logIn, problemOf, type TestApp } from '../harness/app.ts';
import { aConsent, anInvited, at, aTablet, sealed, type Invited, type TestPractice } from '../harness/builders.ts';
import { errorsIn } from '../harness/deps.ts';
import { attachmentsOf, checked, hasPoppler, hasQpdf, sealOf } from './documents.readers.ts';
import { get, paperOf, sendAndRead } from '../scans/desk.ts';
import { aFormToPrint, asFax, inked, printed, spoiled, type Sheet } from '../scans/sheets.ts';

/** A form on paper becomes a consent: what staff confirm, what is kept of it, and what happens when it is not alone. */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const getApp = anAppEach();
const invitation = newId();
let blank: Sheet[];
let signed: Sheet[];

beforeAll(async () => {
  blank = await Promise.all(
    (await printed(aFormToPrint({ invitation }))).map(async (sheet) => ({
      ...sheet,
      ...(await spoiled(sheet, { dpi: 110 }, Math.random)),
    })),
  );
  signed = await Promise.all(blank.map((sheet) => inked(sheet, 'patient')));
});

type Desk = { app: TestApp; cookie: string; practice: TestPractice; invited: Invited };

async function aDesk(sheets: readonly Sheet[] = signed): Promise<Desk> {
  const app = getApp();
  const practice = await aPracticeWithLogin(app);
  const invited = await anInvited(practice, {}, { id: invitation, method: 'paper' });
  const cookie = await logIn(app);
  await sendAndRead(app, cookie, await asFax(sheets, 110), 'fax.tif');
  return { app, practice, invited, cookie };
}

async function aRequest({ app, cookie }: Desk, wishes: Partial<ConfirmRequest> = {}): Promise<ConfirmRequest> {
  const { pages } = await paperOf(app, cookie, invitation);
  return {
    id: newId(),
    pages: pages.filter(({ state }) => state !== 'aside').map(({ id }) => id),
    signedOn: '2026-03-08',
    signer: 'patient',
    printedName: 'Margaret Whitfield',
    note: '',
    ...wishes,
  };
}

function confirm({ app, cookie }: Desk, request: ConfirmRequest): Promise<Response> {
  return ask(app, 'POST', `/api/staff/invitations/${invitation}/paper`, { cookie, body: request });
}

async function kept({ store }: TestApp) {
  const { db } = store;
  return {
    records: await db.selectFrom('record').selectAll().execute(),
    consents: await db.selectFrom('consent').selectAll().execute(),
    accounts: await db.selectFrom('account').selectAll().execute(),
    documents: await db.selectFrom('document').selectAll().execute(),
    conflicts: await db.selectFrom('envelope_conflict').selectAll().execute(),
    work: await db.selectFrom('work').selectAll().execute(),
    ledger: await db.selectFrom('ledger').selectAll().execute(),
  };
}

describe('a confirmed form', () => {
  test('is seen by its member like any other: four lines, the scan, a receipt, and the way to stop', async () => {
    const desk = await aDesk();
    const { app, practice, invited } = desk;
    expect((await confirm(desk, await aRequest(desk))).status).toBe(200);
    const [access] = await accessesOf(practice.scope, invited.patient);
    if (!access) throw new Error('nobody can sign in');
    const { agreements } = await homeOf(app.deps, access);
    expect(agreements).toMatchObject([
      { invitation, method: 'paper', stop: null, documents: [{ kind: 'paper-scan' }], documentsPending: false },
    ]);
    expect(agreements[0]?.texts['en']?.lines).toHaveLength(4);
    const scan = await ownDocument(practice.scope, invited.patient, agreements[0]?.documents[0]?.id ?? '');
    expect(scan?.kind).toBe('paper-scan');
    const receipt = await printReceipt(app.deps, practice.scope, { invitation, language: 'en' });
    expect(Buffer.from(receipt).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('is a record, a consent, an account, a document and an entry in the ledger', async () => {
    const desk = await aDesk();
    const { app, cookie, practice } = desk;
    const request = await aRequest(desk);
    expect((await confirm(desk, request)).status).toBe(200);
    const all = await kept(app);
    expect(all.consents).toMatchObject([{ kind: 'consent', method: 'paper', envelope_id: request.id }]);
    expect([all.records, all.accounts, all.work, all.ledger].map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    expect(all.conflicts).toEqual([]);
    expect(all.ledger).toMatchObject([{ kind: 'paper', subject: request.id, sha256: all.records[0]?.sha256 }]);
    expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
    const [row] = all.records;
    const { dataKey } = await app.deps.keyring.keysOf(practice.id);
    const record = v.parse(paperRecord, row && openRecord(practice.scope, dataKey, row));
    const [scan] = await app.store.db.selectFrom('scan').selectAll().execute();
    expect(record).toMatchObject({ signer: 'patient', signedOn: '2026-03-08', recordedBy: practice.staff.id });
    expect(record.pages).toEqual(
      signed.map(({ page }) => ({ page, scan: scan?.id, sha256: scan?.sha256, found: 'code' })),
    );
    const [document] = all.documents;
    const bytes = document && openDocument(dataKey, document);
    expect(document).toMatchObject({ kind: 'paper-scan', envelope_id: request.id });
    expect(Buffer.from(bytes ?? []).toString('latin1')).toMatch(/^%PDF[^]*\/Count 7[^]*%%EOF\s*$/);
    if (bytes && hasQpdf) expect(checked(bytes)).toMatchObject({ status: 0 });
    if (bytes && hasPoppler) {
      expect(sealOf(bytes)['Signature Validation']).toBe('Signature is Valid.');
      expect(JSON.parse(String(attachmentsOf(bytes)['record.json']))).toEqual(record);
    }
    const detail = await get<InvitationDetail>(app, cookie, `/invitations/${invitation}`);
    expect(detail.state).toBe('enrolled');
    expect(detail.story.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['paper-scan', 'paper-confirmed', 'account-created', 'enrolled']),
    );
    const paper = await paperOf(app, cookie, invitation);
    expect(paper.confirmed).toMatchObject({ by: 'Keisha Brown', printedName: 'Margaret Whitfield' });
    expect(paper.pages.every(({ state }) => state === 'confirmed')).toBe(true);
    const page = await ask(app, 'POST', `/api/staff/scan-pages/${request.pages[0]}/aside`, {
      cookie,
      body: { note: 'changed my mind' },
    });
    expect((await problemOf(page)).code).toBe('page-confirmed');
  });

  test('that a legal representative signed counts only where the practice recorded one', async () => {
    const desk = await aDesk();
    const { app, practice, invited } = desk;
    const request = await aRequest(desk, { signer: 'representative', printedName: 'Ruth Boyd', note: 'Signed there.' });
    expect((await problemOf(await confirm(desk, request))).code).toBe('representative-not-recorded');
    expect((await kept(app)).accounts).toEqual([]);
    const { household } = await getPatient(practice.scope, invited.patient);
    const name = { first: 'Ruth', last: 'Boyd' };
    const ruth = { id: newId(), name, relationship: 'daughter', phone: null, email: 'ruth@example.org' };
    await addCaregiver(practice.scope, household, { ...ruth, legalRepresentative: true }, at);
    expect((await confirm(desk, request)).status).toBe(200);
    expect((await kept(app)).accounts).toHaveLength(1);
  });

  test('under the id of another one is refused', async () => {
    const desk = await aDesk();
    const request = await aRequest(desk);
    expect((await confirm(desk, request)).status).toBe(200);
    const answer = await confirm(desk, { ...request, printedName: 'Somebody Else' });
    expect((await problemOf(answer)).code).toBe('duplicate-submission');
    expect((await kept(desk.app)).records).toHaveLength(1);
  });

  test('that is confirmed twice, at the same time and by two desks, makes one account', async () => {
    const desk = await aDesk();
    const request = await aRequest(desk);
    const other = { ...request, id: newId() };
    const sent = [request, request, other];
    const answers = await Promise.all(sent.map((one) => confirm(desk, one)));
    const { records, consents, accounts, conflicts } = await kept(desk.app);
    // Whichever came first counts, however often it was sent.
    for (const [place, answer] of answers.entries()) {
      if (sent[place]?.id === records[0]?.id) expect(answer.status).toBe(200);
      else expect((await problemOf(answer)).code).toBe('page-confirmed');
    }
    expect([records, consents, accounts, conflicts].map((rows) => rows.length)).toEqual([1, 1, 1, 0]);
  });
});

describe('the same patient on paper and on a tablet at once', () => {
  test.each(['paper first', 'tablet first', 'together'])(
    '%s: one account, both kept, the second before staff',
    async (order) => {
      const desk = await aDesk();
      const { app, practice, invited } = desk;
      const tablet = await aTablet(practice);
      const envelope = await sealed(tablet, aConsent(tablet, invited));
      const request = await aRequest(desk);
      const onPaper = async () => expect((await confirm(desk, request)).status).toBe(200);
      const onTablet = async () =>
        expect(await ingest(app.deps, tablet.device, envelope)).toMatchObject({ status: 'stored' });
      if (order === 'together') await Promise.all([onPaper(), onTablet()]);
      else for (const one of order === 'paper first' ? [onPaper, onTablet] : [onTablet, onPaper]) await one();
      const { records, consents, accounts, conflicts, work, ledger } = await kept(app);
      expect([records, accounts, work].map((rows) => rows.length)).toEqual([1, 1, 1]);
      expect(consents.map(({ method }) => method).toSorted()).toEqual(['paper', 'tablet']);
      expect(ledger).toHaveLength(2);
      expect(conflicts).toMatchObject([{ kind: 'signed-twice', invitation_id: invitation, settled_at: null }]);
      const detail = await get<InvitationDetail>(app, desk.cookie, `/invitations/${invitation}`);
      expect(detail.conflictList).toHaveLength(1);
      expect(errorsIn(app.deps)).toEqual([]);
    },
  );

  test('a form that comes after the invitation was cancelled is kept, and enrols nobody', async () => {
    const desk = await aDesk();
    await inTransaction(desk.practice.scope, (within) =>
      moveInvitation(within, { id: invitation, state: 'waiting' }, 'cancel'),
    );
    expect((await confirm(desk, await aRequest(desk))).status).toBe(200);
    const { records, accounts, conflicts } = await kept(desk.app);
    expect([records.length, accounts.length]).toEqual([1, 0]);
    expect(conflicts).toMatchObject([{ kind: 'after-cancel', device_id: null }]);
    const { conflictList } = await get<InvitationDetail>(desk.app, desk.cookie, `/invitations/${invitation}`);
    expect(conflictList).toMatchObject([{ sealed: 'consent', tablet: null, choices: ['counts', 'does-not-count'] }]);
    expect(conflictList[0]?.document).toEqual(expect.any(String));
    const decided = await ask(
      desk.app,
      'POST',
      `/api/staff/invitations/${invitation}/conflicts/${conflictList[0]?.id}/settle`,
      { cookie: desk.cookie, body: { note: 'They want it.', decision: 'counts' } },
    );
    expect(decided.status).toBe(200);
    expect((await kept(desk.app)).accounts).toHaveLength(1);
  });
});

describe('a form is not confirmed', () => {
  async function refusalOf(desk: Desk, wishes: Partial<ConfirmRequest>): Promise<string> {
    const { code } = await problemOf(await confirm(desk, await aRequest(desk, wishes)));
    const { records, accounts } = await kept(desk.app);
    expect([records, accounts]).toEqual([[], []]);
    return code;
  }

  test('without the page to sign on, or with pages of somebody else', async () => {
    const desk = await aDesk(signed.toSpliced(5, 1));
    expect(await refusalOf(desk, {})).toBe('paper-incomplete');
    expect(await refusalOf(desk, { pages: [newId()] })).toBe('changed-meanwhile');
  });

  test('with another page missing or nothing in the box, unless somebody says why it counts', async () => {
    const desk = await aDesk(blank.slice(1));
    expect(await refusalOf(desk, { note: ' ' })).toBe('paper-needs-note');
    expect((await confirm(desk, await aRequest(desk, { note: 'Signed in pale pencil, I saw it.' }))).status).toBe(200);
  });

  test('on a day to come, or once the patient is to sign in another way', async () => {
    const desk = await aDesk(signed.slice(5));
    expect(await refusalOf(desk, { signedOn: '2026-03-10', note: 'x' })).toBe('unreadable-request');
    await desk.app.store.db.updateTable('invitation').set({ method: 'tablet' }).execute();
    expect(await refusalOf(desk, { note: 'x' })).toBe('paper-void');
    expect((await paperOf(desk.app, desk.cookie, invitation)).pages).toHaveLength(2);
  });
});
