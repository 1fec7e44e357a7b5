import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceInvitation } from '../contract/deviceApi.ts';
import type { Vault } from '../local/vault.ts';
import { Button } from '../ui/Button.tsx';
import { Row } from '../ui/Stack.tsx';
import { AddScreen } from './AddScreen.tsx';
import { HandOverScreen } from './HandOverScreen.tsx';
import { PictureScreen } from './PictureScreen.tsx';
import { QueueScreen } from './QueueScreen.tsx';
import { kiosk, type Running } from './state.ts';
import { SyncLine } from './SyncLine.tsx';
import { SyncScreen } from './SyncScreen.tsx';
import { kioskWords } from './text.ts';

type StaffProps = Running & { staff: { id: string; name: string }; vault: Vault; household: string | undefined };
type View =
  | { at: 'queue' }
  | { at: 'add' }
  | { at: 'picture' }
  | { at: 'sync' }
  | { at: 'hand-over'; invitation: DeviceInvitation };

/** Milliseconds without a touch after which the tablet locks itself in staff's hands. */
const IDLE = 3 * 60_000;

/** What staff do with the tablet: find the patient, hand it over, see what waits. */
export function StaffScreens({ staff, vault, household, ...running }: StaffProps) {
  const words = kioskWords();
  const view = useSignal<View>({ at: 'queue' });
  useLockWhenIdle();
  const now = view.value;
  return (
    <div class="kiosk-staff">
      <header class="kiosk-bar">
        <p class="kiosk-who" dir="auto">
          {staff.name}
        </p>
        <Row gap={1}>
          <Button
            kind={now.at === 'queue' || now.at === 'hand-over' ? 'primary' : 'quiet'}
            onClick={() => (view.value = { at: 'queue' })}
          >
            {words.staff.patients}
          </Button>
          <Button kind={now.at === 'add' ? 'primary' : 'quiet'} onClick={() => (view.value = { at: 'add' })}>
            {words.staff.add}
          </Button>
          <Button kind={now.at === 'picture' ? 'primary' : 'quiet'} onClick={() => (view.value = { at: 'picture' })}>
            {words.staff.picture}
          </Button>
          <Button kind={now.at === 'sync' ? 'primary' : 'quiet'} onClick={() => (view.value = { at: 'sync' })}>
            {words.staff.safety}
          </Button>
          <Button kind="quiet" onClick={lock}>
            {words.staff.lock}
          </Button>
        </Row>
      </header>
      <SyncLine {...running} />
      <main class="kiosk-main">
        {now.at === 'queue' && (
          <QueueScreen
            {...running}
            vault={vault}
            household={household}
            onChoose={(invitation) => (view.value = { at: 'hand-over', invitation })}
          />
        )}
        {now.at === 'add' && (
          <AddScreen {...running} staff={staff} vault={vault} onDone={() => (view.value = { at: 'queue' })} />
        )}
        {now.at === 'picture' && <PictureScreen {...running} staff={staff.id} />}
        {now.at === 'sync' && <SyncScreen {...running} vault={vault} />}
        {now.at === 'hand-over' && (
          <HandOverScreen
            {...running}
            staff={staff.id}
            vault={vault}
            invitation={now.invitation}
            onBack={() => (view.value = { at: 'queue' })}
          />
        )}
      </main>
    </div>
  );
}

function lock(): void {
  kiosk.value = { who: 'nobody' };
}

function useLockWhenIdle(): void {
  useEffect(() => {
    let timer = setTimeout(lock, IDLE);
    const stop = new AbortController();
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(lock, IDLE);
    };
    for (const kind of ['pointerdown', 'keydown'] as const)
      window.addEventListener(kind, again, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
}
