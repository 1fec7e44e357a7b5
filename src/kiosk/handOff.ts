import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { newId } from '../contract/newId.ts';
import { newDraft, type Draft } from '../consent/draft.ts';
import { keepNewDraft, lockDraft, openDraft, type KeptDraft } from '../consent/keptDraft.ts';
import { startingLanguage, type Fills, type FormVersion } from '../domain/form.ts';
import { fullName } from '../domain/people.ts';
import { step } from '../domain/invitation.ts';
import type { StoredForm } from '../local/database.ts';
import { getMeta } from '../local/meta.ts';
import { withStorage } from '../local/storageTrouble.ts';
import type { Vault } from '../local/vault.ts';
import { leaveRefuge, putInRefuge, takeFromRefuge } from './refuge.ts';
import { reopen, type Tablet } from './tablet.ts';

/** All that the page may hold while a patient has the tablet: their own matter, and no key to anyone else's (invariant 4). */
export type HandOff = {
  invitation: DeviceInvitation;
  form: FormVersion;
  formHash: string;
  fills: Fills;
  draft: Draft;
  save: (draft: Draft) => Promise<void>;
};

export type HandOffResult =
  | { ok: true; handOff: HandOff }
  | { ok: false; problem: 'form-missing' | 'draft-unreadable' | 'over' };

/** Prepares one patient's turn: a new draft, or the one that was begun before, under a key of its own. */
export async function beginHandOff(
  tablet: Tablet,
  vault: Vault,
  staff: string,
  invitation: DeviceInvitation,
): Promise<HandOffResult> {
  const { database, identity } = tablet;
  const begun = await openBegun(tablet, vault, invitation.id);
  if (begun === 'unreadable') return { ok: false, problem: 'draft-unreadable' };
  // The practice may have moved the invitation to a newer version, not knowing that it was begun here.
  const stored = await database.forms.get(begun?.draft.form ?? invitation.formHash);
  if (!stored) return { ok: false, problem: 'form-missing' };
  if (!begun && !step(invitation.state, 'present').ok) return { ok: false, problem: 'over' };

  const { key, draft } = begun ?? (await beginNew(tablet, vault, staff, invitation, stored));
  const practice = (await getMeta(database, 'practice')) ?? identity.practice;
  return {
    ok: true,
    handOff: {
      invitation: { ...invitation, state: 'presented' },
      form: stored.form,
      formHash: stored.hash,
      fills: {
        patient: fullName(invitation.name),
        practice: practice.name,
        practicePhone: practice.phone,
        practitioner: invitation.practitionerName,
        programme: stored.form.programme,
      },
      draft,
      async save(now) {
        const box = await lockDraft(key, invitation.id, now);
        const changedAt = new Date().toISOString();
        try {
          await withStorage(
            () => database.drafts.update(invitation.id, { box, changedAt }),
            () => reopen(tablet),
          );
          leaveRefuge(invitation.id);
        } catch (error) {
          putInRefuge(invitation.id, box, changedAt);
          throw error;
        }
      },
    },
  };
}

async function openBegun(
  { database }: Tablet,
  vault: Vault,
  invitation: string,
): Promise<KeptDraft | 'unreadable' | undefined> {
  const stored = await database.drafts.get(invitation);
  if (!stored) return undefined;
  const newer = takeFromRefuge(invitation, stored.changedAt);
  return (await openDraft(vault.key, stored, newer)) ?? 'unreadable';
}

async function beginNew(
  { database }: Tablet,
  vault: Vault,
  staff: string,
  invitation: DeviceInvitation,
  { hash, form }: StoredForm,
): Promise<KeptDraft> {
  const now = new Date().toISOString();
  const draft = newDraft({
    envelope: newId(),
    handedOff: now,
    handedOffBy: staff,
    form: hash,
    language: startingLanguage(form, invitation.language),
  });
  const { key, row } = await keepNewDraft(vault.key, invitation.id, draft, now);
  await database.transaction('rw', [database.drafts, database.invitations], async () => {
    await database.drafts.put(row);
    await database.invitations.update(invitation.id, { state: 'presented', changedAt: now });
  });
  return { key, draft };
}

/** Staff start this patient over: what was begun is discarded, and the invitation waits again. */
export async function takeBack({ database }: Tablet, invitation: string): Promise<void> {
  await database.transaction('rw', [database.drafts, database.invitations], async () => {
    await database.drafts.delete(invitation);
    await database.invitations.update(invitation, { state: 'waiting', changedAt: new Date().toISOString() });
  });
  leaveRefuge(invitation);
}
