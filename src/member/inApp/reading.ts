import { newDraft, type Draft } from '../../consent/draft.ts';
import { keepNewDraft, lockDraft, openDraft } from '../../consent/keptDraft.ts';
import { newId } from '../../contract/newId.ts';
import { screensOf } from '../../domain/consent.ts';
import { startingLanguage } from '../../domain/form.ts';
import { fullName } from '../../domain/people.ts';
import type { TabletDatabase } from '../../local/database.ts';
import { openOwnDatabase, type OwnBegun } from '../../local/ownLink.ts';
import { withStorage } from '../../local/storageTrouble.ts';
import { appVersion } from '../../ui/appVersion.ts';
import { inApp, type Held, type OwnMatter, type Reading } from './state.ts';

/** Opens one reading: its draft on this device, and what seals the answer. */
export async function read(
  name: string,
  keys: Held['link']['keys'],
  begun: OwnBegun,
  key: CryptoKey,
  matter: OwnMatter,
): Promise<void> {
  const database = openOwnDatabase(name);
  const reopen = async (): Promise<void> => {
    database.close();
    await database.open();
  };
  const { invitation, form, formHash } = matter;
  const kept = await database.drafts.get(invitation.id);
  const { key: draftKey, draft } = (kept && (await openDraft(key, kept))) ?? (await beginDraft(database, key, matter));
  const reading: Reading = {
    sealer: {
      database,
      identity: { device: begun.device, practice: begun.practice, receiveKey: begun.receiveKey, keys },
      app: appVersion,
      where: 'own-device',
      reopen,
    },
    matter,
    answered: {
      invitation,
      form,
      formHash,
      fills: {
        patient: fullName(invitation.name),
        practice: begun.practice.name,
        practicePhone: begun.practice.phone,
        practitioner: invitation.practitionerName,
        programme: form.programme,
      },
    },
    draft,
    async save(now) {
      const box = await lockDraft(draftKey, invitation.id, now);
      const changedAt = new Date().toISOString();
      await withStorage(() => database.drafts.update(invitation.id, { box, changedAt }), reopen);
    },
  };
  inApp.value = { is: 'reading', reading };
}

async function beginDraft(database: TabletDatabase, key: CryptoKey, matter: OwnMatter) {
  const { invitation, form, staff, recognised, tries } = matter;
  const afterBirthDate = screensOf(form, 'draw')[2];
  const draft: Draft = {
    ...newDraft({
      envelope: newId(),
      handedOff: recognised,
      handedOffBy: staff,
      language: startingLanguage(form, invitation.language),
    }),
    ...(afterBirthDate ? { screen: afterBirthDate } : {}),
    recognised,
    tries,
    began: recognised,
  };
  const { key: draftKey, row } = await keepNewDraft(key, invitation.id, draft, new Date().toISOString());
  await database.drafts.put(row);
  return { key: draftKey, draft };
}
