import { useEffect, useMemo } from 'preact/hooks';
import { openOwnDatabase } from '../../local/ownLink.ts';
import { safetyOfEnvelope, type Safety } from '../../local/safety.ts';
import { useLive } from '../../ui/live.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateBadge, type BadgeShape } from '../../ui/StateBadge.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { startDelivery } from './deliver.ts';
import { OwnFrame } from './OwnFrame.tsx';
import { inHand } from './start.ts';
import type { Sealed } from './state.ts';
import { inAppWords } from './text.ts';

/** The answer is kept on this device (invariant 1): thanks, and how far it has come. */
export function Answered({ sealed: { kind, envelope, begun } }: { sealed: Sealed }) {
  const words = inAppWords();
  const held = inHand();
  const database = useMemo(() => openOwnDatabase(held?.name ?? ''), [held?.name]);
  useEffect(() => {
    if (!held) return undefined;
    const delivery = startDelivery(held, database);
    return () => {
      delivery.stop();
      database.close();
    };
  }, [held, database]);
  const safety = useLive(() => safetyOfEnvelope(database, envelope), [database, envelope]);
  const says = words.thanks[kind];
  return (
    <OwnFrame>
      <Page title={says.title} screen={`thanks ${kind}`}>
        <p>{says.text}</p>
        {safety ? <HowSafe safety={safety} phone={begun.practice.phone} /> : <Waiting>{words.looking}</Waiting>}
      </Page>
    </OwnFrame>
  );
}

function HowSafe({ safety, phone }: { safety: Safety; phone: string }) {
  const words = inAppWords();
  if (safety.step === 'none') return null;
  const parked = safety.step === 'on-this-ipad' && safety.parked !== undefined;
  const { text, shape } = badgeOf(safety, parked);
  return (
    <>
      <p role="status">
        <StateBadge shape={shape}>{text}</StateBadge>
      </p>
      {parked && <Notice kind="danger">{words.parked(phone)}</Notice>}
      {safety.step === 'on-this-ipad' && !parked && (
        <>
          <p>{words.keepOpen}</p>
          <p>{words.comeBack}</p>
        </>
      )}
      {safety.step === 'account-created' && <p>{words.account}</p>}
      {safety.step !== 'on-this-ipad' && <p>{words.canClose}</p>}
    </>
  );
}

function badgeOf(safety: Exclude<Safety, { step: 'none' }>, parked: boolean): { text: string; shape: BadgeShape } {
  const words = inAppWords().safety;
  if (parked) return { text: words.parked, shape: 'attention' };
  if (safety.step === 'on-this-ipad') return { text: words.here, shape: 'half' };
  return safety.step === 'account-created'
    ? { text: words.account, shape: 'done' }
    : { text: words.practice, shape: 'half' };
}
