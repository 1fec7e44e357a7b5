import * as v from 'valibot';
import { formHash } from '../src/contract/digest.ts';
import { formSchema } from '../src/contract/form.ts';
import { versionName, type FormDraftAnswer, type FormsAnswer, type WaitingChoice } from '../src/contract/formsApi.ts';
import type { FormVersion } from '../src/domain/form.ts';
import { checkForm } from '../src/domain/formCheck.ts';
import { tidied } from '../src/domain/formTexts.ts';
import { nextVersion } from '../src/domain/formVersionNames.ts';
import type { Deps } from './deps.ts';
import { currentForm } from './forms/currentForm.ts';
import { Refusal } from './refusal.ts';
import { lockPractice } from './store/changes.ts';
import { tell } from './store/events.ts';
import {
  beginFormDraft,
  changeFormDraft,
  dropFormDraft,
  findFormDraft,
  listForms,
  makeCurrent,
  moveToForm,
  untouchedInvitations,
} from './store/forms.ts';
import { appendToLedger } from './store/ledger.ts';
import { findForm, getPractice, keepForm } from './store/practices.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

type By = Pick<StaffRow, 'id' | 'name'>;
type Given = Pick<Deps, 'now' | 'nudges'>;

export async function formsOf(scope: Scope): Promise<FormsAnswer> {
  const kept = await listForms(scope);
  const { form_hash: current } = await getPractice(scope);
  const untouched = await untouchedInvitations(scope);
  const shipped = await formHash(currentForm);
  const draft = await findFormDraft(scope);
  return {
    versions: kept
      .map((one) => ({
        ...one,
        untouched: untouched.filter(({ form }) => form === one.hash).length,
        current: one.hash === current,
      }))
      .toSorted((one, other) => Number(other.current) - Number(one.current)),
    offered: kept.some(({ hash }) => hash === shipped) ? null : { hash: shipped, version: currentForm.version },
    draft: draft
      ? { base: draft.base, revision: draft.revision, changedAt: draft.changedAt, changedBy: draft.changedBy }
      : null,
  };
}

/** A version that is kept, or the one that came with the program. */
export async function readForm(scope: Scope, hash: string): Promise<FormVersion> {
  const found = (await findForm(scope, hash)) ?? ((await formHash(currentForm)) === hash ? currentForm : undefined);
  if (!found) throw new Refusal('not-found');
  return found;
}

export async function readDraft(scope: Scope): Promise<FormDraftAnswer> {
  const draft = await findFormDraft(scope);
  if (!draft) throw new Refusal('not-found');
  return draft;
}

/** Begins a new version with the texts of an old one, under a name that is free. */
export async function beginDraft({ now, nudges }: Given, scope: Scope, by: By, base: string): Promise<void> {
  const form = await readForm(scope, base);
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const taken = (await listForms(within)).map(({ version }) => version);
    const fresh = { ...form, version: nextVersion(form.version, taken) };
    const at = now().toISOString();
    if (!(await beginFormDraft(within, { base, form: fresh, by: by.id, at }))) throw new Refusal('form-draft-there');
  });
  nudges.nudge(scope.practice);
}

export async function changeDraft(
  { now, nudges }: Given,
  scope: Scope,
  by: By,
  { revision, form }: { revision: number; form: FormVersion },
): Promise<void> {
  const at = now().toISOString();
  if (!(await changeFormDraft(scope, { revision, form, by: by.id, at }))) throw new Refusal('changed-meanwhile');
  nudges.nudge(scope.practice);
}

export async function dropDraft({ nudges }: Given, scope: Scope, revision: number): Promise<void> {
  if (!(await dropFormDraft(scope, revision))) throw new Refusal('changed-meanwhile');
  nudges.nudge(scope.practice);
}

/** Makes the draft a version for ever, and the one for new invitations. */
export async function useDraft(
  given: Given,
  scope: Scope,
  by: By,
  { revision, waiting }: { revision: number; waiting: WaitingChoice },
): Promise<void> {
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const draft = await findFormDraft(within);
    if (!draft || draft.revision !== revision) throw new Refusal('changed-meanwhile');
    const base = await readForm(within, draft.base);
    const form = { ...tidied(draft.form), version: draft.form.version.trim() };
    if (checkForm(form, base).some(({ stops }) => stops)) throw new Refusal('form-not-ready');
    if (!v.is(versionName, form.version) || !v.is(formSchema, form)) throw new Refusal('form-not-ready');
    const taken = (await listForms(within)).some(({ id, version }) => id === form.id && version === form.version);
    if (taken) throw new Refusal('form-version-taken');
    await dropFormDraft(within, revision);
    await use(given, within, by, form, waiting);
  });
  given.nudges.nudge(scope.practice);
}

/** New invitations get a version that is there already: an earlier one again, or the one that came with the program. */
export async function useForm(given: Given, scope: Scope, by: By, hash: string, waiting: WaitingChoice): Promise<void> {
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    await use(given, within, by, await readForm(within, hash), waiting);
  });
  given.nudges.nudge(scope.practice);
}

async function use({ now }: Given, scope: Scope, by: By, form: FormVersion, waiting: WaitingChoice): Promise<void> {
  const at = now().toISOString();
  const hash = await formHash(form);
  await keepForm(scope, form, hash, at);
  await makeCurrent(scope, hash, by.id, at);
  await appendToLedger(scope, { kind: 'form', subject: hash, sha256: hash, at });
  if (waiting === 'leave') return;
  for (const one of await untouchedInvitations(scope)) {
    if (one.form === hash) continue;
    await moveToForm(scope, one.id, hash);
    await tell(scope, { invitation: one.id, kind: 'form-changed', at, who: by.name, detail: form.version });
  }
}
