import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Look } from '../consent/Tools.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeMind } from './ChangeMind.tsx';
import { useLive } from '../ui/live.ts';
import { safetyOfEnvelope } from '../local/safety.ts';
import { IdleNotice } from './IdleNotice.tsx';
import { PatientFrame } from './PatientFrame.tsx';
import { SafetyState } from './SafetyBadge.tsx';
import { kiosk, type Answer, type Running } from './state.ts';
import { kioskWords } from './text.ts';
import { useHandOffLock } from './useHandOffLock.ts';
import { useIdle, type IdleTimes } from './useIdle.ts';

/** The thanks give way to the closing screen, but to nobody who is there still: a change of mind goes with them. */
const THANKS: IdleTimes = { warnAfter: 60_000, coverAfter: 90_000 };

type AnsweredProps = Running & { answer: Answer; household: string };

/** The patient has answered and it is kept (invariant 1): thanks, how safe it is, and the way to change one's mind. */
export function Answered({ tablet, sync, answer, household }: AnsweredProps) {
  const words = kioskWords().answered;
  const asked = useSignal(false);
  const { envelope, kind, languages, takeBack } = answer;
  const look = useSignal<Look>(answer.look);
  const safety = useLive(() => safetyOfEnvelope(tablet.database, envelope), [tablet, envelope]);
  const idle = useIdle(THANKS);
  const over = idle.state.value === 'covered';
  const close = (): void => {
    kiosk.value = { who: 'closing', household };
  };
  useHandOffLock();
  useEffect(() => {
    if (over) close();
  }, [over]);
  const says = words.kinds[kind];
  const changing = asked.value && takeBack !== undefined && kind !== 'withdrawal';
  return (
    <PatientFrame
      languages={languages}
      look={look.value}
      onLook={(part) => (look.value = { ...look.value, ...part })}
      screen={changing ? 'change-mind' : `thanks ${kind}`}
      centred
    >
      {idle.state.value === 'warned' && <IdleNotice text={words.closing} onGoOn={idle.goOn} />}
      {changing ? (
        <ChangeMind
          kind={kind}
          takeBack={takeBack}
          language={look.value.language}
          onKeep={() => (asked.value = false)}
          onTaken={(taken) => {
            asked.value = false;
            const answered = { envelope: taken, kind: 'withdrawal', languages, look: look.value } as const;
            kiosk.value = { who: 'answered', household, answer: answered };
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
    </PatientFrame>
  );
}
