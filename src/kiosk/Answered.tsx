import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useLive } from './live.ts';
import { safetyOfEnvelope } from './safety.ts';
import { SafetyState } from './SafetyBadge.tsx';
import { kiosk, type Running } from './state.ts';
import { SyncLine } from './SyncLine.tsx';
import { kioskWords } from './text.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Milliseconds after which the thanks give way to the closing screen. */
const THANKS_LAST = 60_000;

type AnsweredProps = Running & { envelope: string; kind: 'consent' | 'declination' };

/** The patient has answered and it is kept (invariant 1). First thanks, then a closing screen; neither shows who it was. */
export function Answered({ tablet, sync, envelope, kind }: AnsweredProps) {
  const words = kioskWords().answered;
  const closing = useSignal(false);
  const safety = useLive(() => safetyOfEnvelope(tablet.database, envelope), [tablet, envelope]);
  useEffect(() => {
    const timer = setTimeout(() => (closing.value = true), THANKS_LAST);
    return () => clearTimeout(timer);
  }, []);
  if (closing.value) {
    return (
      <main class="kiosk-plain">
        <Page title={words.closingTitle} lead={words.closingLead} screen="closing">
          <UnlockForm
            tablet={tablet}
            onUnlocked={(staff, vault) => {
              kiosk.value = { who: 'staff', staff, vault };
              void sync.now();
            }}
          />
          <SyncLine tablet={tablet} sync={sync} />
        </Page>
      </main>
    );
  }
  return (
    <main class="patient kiosk-plain kiosk-thanks">
      <Page title={kind === 'consent' ? words.thanks : words.noted} screen="thanks">
        <p>{kind === 'consent' ? words.signedText : words.declinedText}</p>
        {safety ? (
          <p role="status">{safety.step !== 'none' && <SafetyState safety={safety} />}</p>
        ) : (
          <Waiting>{words.looking}</Waiting>
        )}
        <p>{words.giveBack}</p>
        <div>
          <Button onClick={() => (closing.value = true)}>{words.done}</Button>
        </div>
      </Page>
    </main>
  );
}
