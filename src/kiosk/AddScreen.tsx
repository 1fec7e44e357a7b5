import { useMemo } from 'preact/hooks';
import { AddMembers } from '../frontdesk/add/AddMembers.tsx';
import { addingFacts } from '../local/addHousehold.ts';
import type { Vault } from '../local/vault.ts';
import { Notice } from '../ui/Notice.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { tabletHost } from './householdHost.ts';
import { useLive } from '../ui/live.ts';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

type AddProps = Running & { staff: { id: string; name: string }; vault: Vault; onDone: () => void };

/** Add Members in staff's hands on the tablet: what is added can be handed over at once, with or without a network. */
export function AddScreen({ tablet, sync, staff, vault, onDone }: AddProps) {
  const words = kioskWords();
  const facts = useLive(async () => {
    const adding = await addingFacts(tablet.database);
    const form = adding && (await tablet.database.forms.get(adding.form));
    return {
      practice: form && { ...adding.settings, practitioners: adding.practitioners, languages: form.form.languages },
    };
  }, [tablet]);
  const practice = facts?.practice;
  const host = useMemo(
    () => practice && tabletHost({ tablet, vault, staff, practice, onAdded: () => void sync.now(true) }),
    // One host for as long as staff are in here: what is typed belongs to it.
    [tablet, vault, staff, practice === undefined],
  );
  if (!facts) return <Waiting>{words.queue.loading}</Waiting>;
  if (!host) return <Notice kind="info">{words.staff.cannotAddYet}</Notice>;
  return <AddMembers host={host} onDone={onDone} />;
}
