import { likeness } from '../domain/duplicates.ts';
import type { HouseholdHost, KeptDraft, PracticeOfForm } from '../frontdesk/add/host.ts';
import { addHouseholdHere } from '../local/addHousehold.ts';
import { lockValue, openValue, type Box } from '../local/box.ts';
import { readableInvitations } from '../local/invitations.ts';
import type { Vault } from '../local/vault.ts';
import { appVersion } from '../ui/appVersion.ts';
import type { Tablet } from './tablet.ts';

type Given = {
  tablet: Tablet;
  vault: Vault;
  staff: { id: string; name: string };
  practice: PracticeOfForm;
  /** What was added waits in the outbox: a good moment to hand it in. */
  onAdded: () => void;
};

/** Add Members on a paired tablet in staff mode: all of it works without a network, and what was added arrives once. */
export function tabletHost({ tablet, vault, staff, practice, onAdded }: Given): HouseholdHost {
  const { database, identity } = tablet;
  const draftKey = `add-draft:${staff.id}`;
  return {
    practice: () => practice,
    async send(household) {
      await addHouseholdHere({ database, identity, vault, staff, app: appVersion, now: Date.now }, household);
      onAdded();
      const members = household.members.map(({ invitation, patient, method }) => ({
        invitation,
        name: patient.name,
        method,
        email: patient.email,
        username: null,
      }));
      return { ok: true, value: { at: 'tablet', members } };
    },
    // A username has to be free at the practice, which this tablet can't know.
    usernames: async () => ({ ok: true, value: 'later' }),
    async duplicates(people) {
      const known = await readableInvitations(database, vault);
      const duplicates = people.flatMap((person) =>
        known.flatMap((one) => {
          const reasons = likeness(person, one);
          if (reasons.length === 0) return [];
          const { id: invitation, name, birthDate, recordNumber, state, createdAt } = one;
          return [{ key: person.key, reasons, invitation, name, birthDate, recordNumber, state, createdAt }];
        }),
      );
      return { ok: true, value: { among: 'tablet', duplicates } };
    },
    drafts: {
      async load() {
        const kept = await database.meta.get(draftKey);
        return kept && openValue<KeptDraft>(vault.key, kept.value as Box, draftKey);
      },
      async save(draft) {
        await database.meta.put({ key: draftKey, value: await lockValue(vault.key, draft, draftKey) });
      },
      clear: () => database.meta.delete(draftKey),
    },
  };
}
