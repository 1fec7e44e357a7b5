import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeviceRow } from '../../contract/staffApi.ts';
import { fullName } from '../../domain/people.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ago, timeSince, useNow } from '../../ui/moments.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { frontdeskWords } from '../text.ts';
import { Refused } from './Refused.tsx';
import { RemoveTablet } from './RemoveTablet.tsx';
import { RenameTablet } from './RenameTablet.tsx';
import { TabletActions, type Asked } from './TabletActions.tsx';
import { UnlockTablet } from './UnlockTablet.tsx';

/** Below the table there is room to ask what a change of one tablet needs. */
export function TabletsTable({ devices }: { devices: DeviceRow[] }) {
  const words = frontdeskWords().tablets;
  const [asked, setAsked] = useState<Asked>();
  const place = useRef<HTMLDivElement>(null);
  const device = devices.find(({ id, revoked }) => id === asked?.id && !revoked);
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>('input, button')?.focus(), [asked]);
  const close = (): void => {
    const back = document.getElementById(`${asked?.what}-${asked?.id}`) ?? document.querySelector<HTMLElement>('h1');
    back?.focus();
    setAsked(undefined);
  };
  const columns: Column<DeviceRow>[] = [
    {
      head: words.name,
      render: ({ name, app }) => (
        <>
          <bdi>{name}</bdi> <span class="cell-more">{words.version(app || frontdeskWords().notKnown)}</span>
        </>
      ),
    },
    { head: words.connection, render: (one) => <Connection device={one} /> },
    {
      head: words.waiting,
      render: (one) => (
        <>
          <WhatWaits device={one} />
          <Refused device={one} />
        </>
      ),
    },
    { head: words.holder, render: (one) => <Holder device={one} /> },
    { head: words.actions, render: (one) => <TabletActions device={one} onAsk={setAsked} /> },
  ];
  const present = [...devices].toSorted((one, other) => Number(one.revoked) - Number(other.revoked));
  return (
    <>
      <DataTable caption={words.caption} captionHidden columns={columns} items={present} keyOf={({ id }) => id} />
      <div ref={place}>
        {device && asked?.what === 'rename' && <RenameTablet key={device.id} device={device} onClose={close} />}
        {device && asked?.what === 'remove' && <RemoveTablet key={device.id} device={device} onClose={close} />}
      </div>
    </>
  );
}

function Connection({ device }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const now = useNow();
  const { online, revoked, lastSeen } = device;
  if (revoked) return <StateBadge shape="over">{words.removed}</StateBadge>;
  return (
    <>
      {online ? (
        <StateBadge shape="done">{words.online}</StateBadge>
      ) : (
        <StateBadge shape="open">{lastSeen ? words.offline(ago(lastSeen, now)) : words.neverSeen}</StateBadge>
      )}
      <UnlockTablet device={device} />
    </>
  );
}

/** A tablet that is away may have more by now: its number is told with the time it is from. */
function WhatWaits({ device: { waiting, oldest, online, lastSeen } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const now = useNow();
  if (!lastSeen) return <>{frontdeskWords().notKnown}</>;
  const what = waiting > 0 ? words.waits(waiting, timeSince(oldest ?? lastSeen, now)) : words.nothingWaits;
  const told = online ? what : words.asLastSeen(what);
  return waiting > 0 ? <StateBadge shape="half">{told}</StateBadge> : <>{told}</>;
}

function Holder({ device: { holding, online, revoked } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  if (revoked) return <>{words.nobody}</>;
  if (!holding) return <>{online ? words.nobody : words.notKnownNow}</>;
  return (
    <a class="row-link" href={`/invitations/${holding.invitation}`} dir="auto">
      {fullName(holding.name)}
    </a>
  );
}
