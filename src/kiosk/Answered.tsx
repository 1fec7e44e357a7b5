import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeMind } from './ChangeMind.tsx';
import { useLive } from '../ui/live.ts';
import { safetyOfEnvelope } from '../local/safety.ts';
import { SafetyState } from './SafetyBadge.tsx';
import { kiosk, type Answer, type Running } from './state.ts';
import { kioskWords } from './text.ts';
import { useHandOffLock } from './useHandOffLock.ts';

/** Milliseconds after which the thanks give way to the closing screen. */
const THANKS_LAST = 60_000;

type AnsweredProps = Running & { answer: Answer; household: string };

/** The patient has answered and it is kept (invariant 1): thanks, how safe it is, and the way to change one's mind. */
export function Answered({ tablet, sync, answer, household }: AnsweredProps) {
  const words = kioskWords().answered;
  const asked = useSignal(false);
  const { envelope, kind, look, takeBack } = answer;
  const safety = useLive(() => safetyOfEnvelope(tablet.database, envelope), [tablet, envelope]);
  const close = (): void => {
    kiosk.value = { who: 'closing', household };
  };
  useHandOffLock();
  useEffect(() => {
    const timer = setTimeout(close, THANKS_LAST);
    return () => clearTimeout(timer);
  }, [envelope, asked.value]);
  const says = words.kinds[kind];
  return (
    <main class="patient kiosk-plain kiosk-thanks" data-text-size={look.textSize} data-contrast={look.contrast}>
      {asked.value && takeBack && kind !== 'withdrawal' ? (
        <ChangeMind
          kind={kind}
          takeBack={takeBack}
          onKeep={() => (asked.value = false)}
          onTaken={(taken) => {
            asked.value = false;
            kiosk.value = { who: 'answered', household, answer: { envelope: taken, kind: 'withdrawal', look } };
            void sync.now(true);
          }}
        />
      ) : (
        <Page title={says.title} screen={`thanks ${kind}`}>
          <p>{says.text}</p>
          {safety ? (
            <p role="status">{safety.step !== 'none' && <SafetyState safety={safety} />}</p>
          ) : (
            <Waiting>{words.looking}</Waiting>
          )}
          <p>{words.giveBack}</p>
          <Row>
            <Button onClick={close}>{words.done}</Button>
            {takeBack && (
              <Button kind="plain" onClick={() => (asked.value = true)}>
                {words.changedMind}
              </Button>
            )}
          </Row>
        </Page>
      )}
    </main>
  );
}
