import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import type { Answer } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { clockTime, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { pairTablet } from '../doors.ts';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';

type Code = { code: string; expiresAt: string };
type Pairing = { answer: Answer<Code>; known: ReadonlySet<string> };

/** Shows a code for one tablet, how to use it, and that it was used. `devices` is undefined until they are known. */
export function PairTablet({ devices }: { devices: readonly DeviceRow[] | undefined }) {
  const words = frontdeskWords().tablets;
  const [pairing, setPairing] = useState<Pairing>();
  const [busy, setBusy] = useState(false);

  async function makeCode(): Promise<void> {
    setBusy(true);
    const answer = await pairTablet();
    setPairing({ answer, known: new Set(devices?.map(({ id }) => id)) });
    setBusy(false);
  }
  const make = (label: string) => (
    <Button busy={busy && words.pairing} onClick={() => void makeCode()}>
      {label}
    </Button>
  );
  if (!pairing?.answer.ok) {
    return (
      <>
        {pairing && !pairing.answer.ok && (
          <Notice kind="danger" live="alert">
            {problemText(pairing.answer.problem)}
          </Notice>
        )}
        <div>{make(words.pair)}</div>
      </>
    );
  }
  const paired = devices?.find(({ id }) => !pairing.known.has(id));
  return (
    <Panel title={words.pairTitle}>
      {paired ? (
        <Notice live="status" title={words.paired(paired.name)}>
          {words.pairedHint}
        </Notice>
      ) : (
        <Steps {...pairing.answer.value} renew={make(words.newCode)} />
      )}
      <Row>
        <Button kind={paired ? 'primary' : 'quiet'} onClick={() => setPairing(undefined)}>
          {words.closeCode}
        </Button>
      </Row>
    </Panel>
  );
}

function Steps({ code, expiresAt, renew }: Code & { renew: ComponentChildren }) {
  const words = frontdeskWords().tablets;
  const over = useNow(1_000) >= Date.parse(expiresAt);
  return (
    <ol class="steps">
      <li>{words.step1(`${location.origin}/tablet`)}</li>
      <li>{words.step2}</li>
      <li>
        {words.step3}
        {over ? (
          <div role="status">
            <p>
              <b>{words.codeOver}</b>
            </p>
            {renew}
          </div>
        ) : (
          <>
            <p class="pair-code" dir="ltr">
              {code}
            </p>
            <p>{words.codeLasts(clockTime(expiresAt))}</p>
          </>
        )}
      </li>
    </ol>
  );
}
