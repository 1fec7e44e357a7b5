import { beforeEach, describe, expect, test } from 'vitest';
import { currentForm } from '../../server/forms/currentForm.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { hashPassword } from '../../server/keys/passwords.ts';
import { tell } from '../../server/store/events.ts';
import { findForm, getPractice, keepForm } from '../../server/store/practices.ts';
import { changesAnswer } from '../../src/contract/deviceApi.ts';
import { formHash } from '../../src/contract/digest.ts';
import type { FormDraftAnswer, FormsAnswer, WaitingChoice } from '../../src/contract/formsApi.ts';
import type { InvitationDetail } from '../../src/contract/invitationsApi.ts';
import type { FormVersion } from '../../src/domain/form.ts';
import { withTextAt } from '../../src/domain/formTexts.ts';
import { anAppEach, ask, aPracticeWithLogin, doorOf, password, problemOf } from '../harness/app.ts';
import { aConsent, anInvited, at, aTablet, hashOfForm, sealed, type TestPractice } from '../harness/builders.ts';
import { logInAs } from '../harness/doors.ts';

/** The administrator makes a new version of the form; what was signed on the old one stays what it is. */

const app = anAppEach();
const passwordHash = await hashPassword(password);
let practice: TestPractice;
let cookie = '';
beforeEach(async () => {
  practice = await aPracticeWithLogin(app());
  cookie = await logInAs(app(), practice, 'administrator', passwordHash);
});

async function got<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await ask(app(), method, `/api/staff${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
const refusal = async (method: string, path: string, body?: unknown) =>
  (await problemOf(await ask(app(), method, `/api/staff${path}`, { cookie, ...(body === undefined ? {} : { body }) })))
    .code;

const forms = () => got<FormsAnswer>('GET', '/forms');
const begin = (base = hashOfForm) => got<FormDraftAnswer>('POST', '/form-draft', { base });
const write = (revision: number, form: FormVersion) => got<FormDraftAnswer>('PUT', '/form-draft', { revision, form });
const stateOf = (id: string) => got<InvitationDetail>('GET', `/invitations/${id}`);

const words = 'Your team makes a care plan with you. You get a copy to keep at home.';
const reworded = (form: FormVersion) => withTextAt(form, 'en', 'clause care-plan summary', words);

/** A new version with one sentence changed, in use. Answers its hash. */
async function aNewVersion(waiting: WaitingChoice): Promise<string> {
  const draft = await write(1, reworded((await begin()).form));
  const { versions } = await got<FormsAnswer>('POST', '/form-draft/use', { revision: draft.revision, waiting });
  return versions.find(({ current }) => current)?.hash ?? '';
}

describe('a new version', () => {
  test('is made from an old one, kept as a draft, and used from now on', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ base: hashOfForm, revision: 1, form: { version: '2026-1.2' } });
    await write(1, reworded(draft.form));
    expect(await got('GET', '/form-draft')).toMatchObject({ revision: 2, form: reworded(draft.form) });
    expect((await forms()).draft).toMatchObject({ base: hashOfForm, revision: 2, changedBy: 'administrator' });

    app().clock.pass(60_000);
    await got('POST', '/form-draft/use', { revision: 2, waiting: 'leave' });
    const { versions, draft: none } = await forms();
    expect(none).toBeNull();
    expect(versions).toMatchObject([
      { version: '2026-1.2', current: true, since: '2026-03-09T15:01:00.000Z', by: 'administrator', answers: 0 },
      { version: '2026-1', current: false, hash: hashOfForm, by: null },
    ]);
    const invited = await invite();
    expect(await formOf(invited)).toBe(versions[0]?.hash);
  });

  test('goes to the tablets through the feed, and what is read there is what is kept', async () => {
    const tablet = await aTablet(practice);
    const hash = await aNewVersion('leave');
    const answer = await doorOf(app(), tablet).ask('GET', '/api/device/changes?since=0', changesAnswer);
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    expect(answer.value.form).toBe(hash);
    const sent = answer.value.forms.find((one) => one.hash === hash)?.form;
    expect(sent?.clauses.find(({ id }) => id === 'care-plan')?.text['en']?.summary).toBe(words);
    expect(sent && (await formHash(sent))).toBe(hash);
  });

  test('stands in the ledger with its hash', async () => {
    const hash = await aNewVersion('leave');
    const entry = await app().store.db.selectFrom('ledger').selectAll().where('kind', '=', 'form').executeTakeFirst();
    expect(entry).toMatchObject({ subject: hash, sha256: hash });
  });

  test('that loses what the law asks for, or lacks a text, is refused', async () => {
    const { form } = await begin();
    await write(1, withTextAt(form, 'es', 'clause stop body', 'Uno.\n\nDos.\n\nTres.'));
    await write(2, withTextAt(form, 'es', 'clause cost body', 'Uno.\n\nDos.\n\nTres.\n\nCuatro {practicePhone}.'));
    expect(await refusal('POST', '/form-draft/use', { revision: 3, waiting: 'leave' })).toBe('form-not-ready');
    await write(3, withTextAt(form, 'en', 'meaning', ''));
    expect(await refusal('POST', '/form-draft/use', { revision: 4, waiting: 'leave' })).toBe('form-not-ready');
    await write(4, { ...form, clauses: form.clauses.slice(0, -1) });
    expect(await refusal('POST', '/form-draft/use', { revision: 5, waiting: 'leave' })).toBe('form-not-ready');
    await write(5, { ...form, version: '  ' });
    expect(await refusal('POST', '/form-draft/use', { revision: 6, waiting: 'leave' })).toBe('form-not-ready');
    expect((await getPractice(practice.scope)).form_hash).toBe(hashOfForm);
    expect((await forms()).versions).toHaveLength(1);
  });

  test('can’t take the name of another, and an old one never changes', async () => {
    const { form } = await begin();
    await write(1, { ...reworded(form), version: currentForm.version });
    expect(await refusal('POST', '/form-draft/use', { revision: 2, waiting: 'leave' })).toBe('form-version-taken');
    const other = reworded(currentForm);
    await expect(keepForm(practice.scope, other, await formHash(other), at)).rejects.toThrow(/another text/);
    expect(await findForm(practice.scope, hashOfForm)).toEqual(currentForm);
  });

  test('is written by one at a time: what another desk wrote meanwhile is not lost', async () => {
    const { form } = await begin();
    expect(await refusal('POST', '/form-draft', { base: hashOfForm })).toBe('form-draft-there');
    await write(1, reworded(form));
    expect(await refusal('PUT', '/form-draft', { revision: 1, form })).toBe('changed-meanwhile');
    expect(await refusal('POST', '/form-draft/use', { revision: 1, waiting: 'leave' })).toBe('changed-meanwhile');
    expect(await refusal('POST', '/form-draft/drop', { revision: 1 })).toBe('changed-meanwhile');
    await got('POST', '/form-draft/drop', { revision: 2 });
    expect((await forms()).draft).toBeNull();
    expect(await refusal('GET', '/form-draft')).toBe('not-found');
  });
});

describe('invitations that wait', () => {
  test('move to the new version where nobody has seen the old one, if asked to', async () => {
    const waiting = await invite();
    const presented = await invite();
    await app().store.db.updateTable('invitation').set({ state: 'presented' }).where('id', '=', presented).execute();
    const printed = await invite({ method: 'paper' });
    await tell(practice.scope, { invitation: printed, kind: 'paper-printed', at });
    const mailed = await invite({ method: 'app' }, { email: 'm@example.org' });
    await tell(practice.scope, { invitation: mailed, kind: 'mail-sent', at });
    expect((await forms()).versions[0]).toMatchObject({ waiting: 4, untouched: 1 });
    const before = await stateOf(waiting);

    const hash = await aNewVersion('move');
    expect(await formOf(waiting)).toBe(hash);
    for (const other of [presented, printed, mailed]) expect(await formOf(other)).toBe(hashOfForm);
    const after = await stateOf(waiting);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.story.at(-1)).toMatchObject({ kind: 'form-changed', who: 'administrator', detail: '2026-1.2' });
  });

  test('stay with the old one otherwise', async () => {
    const waiting = await invite();
    await aNewVersion('leave');
    expect(await formOf(waiting)).toBe(hashOfForm);
  });

  test('an answer on the old version counts, whatever the invitation has by now (invariant 8)', async () => {
    const tablet = await aTablet(practice);
    const invited = await anInvited(practice);
    const envelope = await sealed(tablet, aConsent(tablet, invited));
    const hash = await aNewVersion('move');
    expect(await formOf(invited.id)).toBe(hash);
    expect(await ingest(app().deps, tablet.device, envelope)).toMatchObject({ status: 'stored', enrolled: true });
    expect((await stateOf(invited.id)).conflictList).toEqual([]);
    const { versions } = await forms();
    expect(versions.map(({ version, answers }) => ({ version, answers }))).toEqual([
      { version: '2026-1.2', answers: 0 },
      { version: '2026-1', answers: 1 },
    ]);
  });
});

describe('other versions', () => {
  test('an earlier one can be used again', async () => {
    await aNewVersion('leave');
    app().clock.pass(60_000);
    const { versions } = await got<FormsAnswer>('POST', `/forms/${hashOfForm}/use`, { waiting: 'leave' });
    expect(versions[0]).toMatchObject({ hash: hashOfForm, current: true, by: 'administrator' });
    expect((await getPractice(practice.scope)).form_hash).toBe(hashOfForm);
  });

  test('one that came with the program is offered until it is used', async () => {
    const older = { ...currentForm, version: '2025-9' };
    const hash = await formHash(older);
    const { db } = app().store;
    await keepForm(practice.scope, older, hash, at);
    await db.updateTable('practice').set({ form_hash: hash }).execute();
    await db.deleteFrom('form').where('hash', '=', hashOfForm).execute();
    expect((await forms()).offered).toEqual({ hash: hashOfForm, version: currentForm.version });
    expect(await got('GET', `/forms/${hashOfForm}`)).toEqual({ hash: hashOfForm, form: currentForm });
    const after = await got<FormsAnswer>('POST', `/forms/${hashOfForm}/use`, { waiting: 'move' });
    expect(after.offered).toBeNull();
    expect(after.versions[0]).toMatchObject({ hash: hashOfForm, current: true });
  });

  test('one that is not there can’t be read, used or begun with', async () => {
    const nowhere = 'f'.repeat(64);
    expect(await refusal('GET', `/forms/${nowhere}`)).toBe('not-found');
    expect(await refusal('POST', `/forms/${nowhere}/use`, { waiting: 'leave' })).toBe('not-found');
    expect(await refusal('POST', '/form-draft', { base: nowhere })).toBe('not-found');
  });
});

async function invite(
  wishes: Parameters<typeof anInvited>[2] = {},
  patient: Parameters<typeof anInvited>[1] = {},
): Promise<string> {
  const { id } = await anInvited(practice, patient, wishes);
  const { form_hash } = await getPractice(practice.scope);
  await app().store.db.updateTable('invitation').set({ form_hash }).where('id', '=', id).execute();
  return id;
}

async function formOf(invitation: string): Promise<string> {
  const row = await app()
    .store.db.selectFrom('invitation')
    .select('form_hash')
    .where('id', '=', invitation)
    .executeTakeFirstOrThrow();
  return row.form_hash;
}
