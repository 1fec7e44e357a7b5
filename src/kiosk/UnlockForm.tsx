import { useSignal } from '@preact/signals';
import { Button } from '../ui/Button.tsx';
import { PinPad } from '../ui/PinPad.tsx';
import { Stack } from '../ui/Stack.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { Notice } from '../ui/Notice.tsx';
import { storageTrouble, type StorageTrouble } from '../local/storageTrouble.ts';
import type { UnlockResult, Vault } from '../local/vault.ts';
import { useLive } from '../ui/live.ts';
import { refusalText } from './refusalText.ts';
import type { Tablet } from './tablet.ts';
import { kioskWords } from './text.ts';
import { usePinWait } from './usePinWait.ts';

type Failed = Extract<UnlockResult, { ok: false }>;
type UnlockProps = { tablet: Tablet; onUnlocked: (staff: { id: string; name: string }, vault: Vault) => void };

/** Staff choose their name and type their PIN. After wrong ones it waits longer each time, and locks at ten. */
export function UnlockForm({ tablet, onUnlocked }: UnlockProps) {
  const words = kioskWords().locked;
  const staff = useLive(() => tablet.database.staff.orderBy('id').toArray(), [tablet]);
  const chosen = useSignal<{ id: string; name: string } | undefined>(undefined);
  const busy = useSignal<string | undefined>(undefined);
  const failed = useSignal<Failed | undefined>(undefined);
  const wait = usePinWait(tablet.database);
  const trouble = useSignal<StorageTrouble | undefined>(undefined);

  const unlock = async (who: { id: string; name: string }, pin: string): Promise<void> => {
    busy.value = words.checking;
    failed.value = undefined;
    trouble.value = undefined;
    const result = await tablet.unlock(who.id, pin).catch((error: unknown) => {
      trouble.value = storageTrouble(error);
      return undefined;
    });
    if (!result) {
      busy.value = undefined;
      return;
    }
    if (result.ok) {
      onUnlocked(who, result.vault);
      return;
    }
    failed.value = result;
    busy.value = undefined;
    const seconds = slowDown(result);
    if (seconds > 0) wait.begin(seconds);
  };

  if (!staff || wait.seconds === undefined) return <Waiting>{words.loading}</Waiting>;
  if (staff.length === 0) return <Notice kind="info">{words.noStaffYet}</Notice>;
  const who = chosen.value;
  if (!who) {
    return (
      <Stack>
        <h2>{words.who}</h2>
        <ul class="kiosk-names">
          {staff
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map((one) => (
              <li key={one.id}>
                <Button kind="quiet" onClick={() => (chosen.value = { id: one.id, name: one.name })}>
                  <span dir="auto">{one.name}</span>
                </Button>
              </li>
            ))}
        </ul>
      </Stack>
    );
  }
  return (
    <Stack gap={3}>
      <PinPad
        label={words.pinOf(who.name)}
        onComplete={(pin) => void unlock(who, pin)}
        busy={busy.value ?? (wait.seconds > 0 && words.waitABit(wait.seconds))}
        message={trouble.value ? kioskWords().trouble[trouble.value] : failed.value && sentence(failed.value)}
      />
      <div>
        <Button kind="plain" onClick={() => ((chosen.value = undefined), (failed.value = undefined))}>
          {words.notMe}
        </Button>
      </div>
    </Stack>
  );
}

function sentence(result: Failed): string {
  const words = kioskWords().locked;
  switch (result.problem) {
    case 'wrong-pin':
      return words.wrongPin(result.triesLeft);
    case 'locked':
      return words.lockedOut;
    case 'never-unlocked-here':
      return words.neverUnlockedHere;
    case 'refused':
      return refusalText(result.code);
  }
}

/** Seconds to wait after a wrong PIN: none after the first two, then longer each time. */
function slowDown({ problem, triesLeft }: Failed): number {
  if (problem !== 'wrong-pin') return 0;
  return Math.max(0, 8 - triesLeft) * 2;
}
