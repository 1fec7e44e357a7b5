import type { DeviceRow } from '../../contract/staffApi.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { ago, timeSince, useNow } from '../../ui/moments.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { frontdeskWords } from '../text.ts';
import { UnlockTablet } from './UnlockTablet.tsx';

export function TabletsTable({ devices }: { devices: DeviceRow[] }) {
  const words = frontdeskWords().tablets;
  const columns: Column<DeviceRow>[] = [
    { head: words.name, render: ({ name }) => <bdi>{name}</bdi> },
    { head: words.connection, render: (device) => <Connection device={device} /> },
    { head: words.waiting, render: (device) => <WhatWaits device={device} /> },
    { head: words.lock, render: (device) => <UnlockTablet device={device} /> },
    { head: words.version, render: ({ app }) => app || frontdeskWords().notKnown },
  ];
  return <DataTable caption={words.caption} captionHidden columns={columns} items={devices} keyOf={({ id }) => id} />;
}

function Connection({ device: { online, revoked, lastSeen } }: { device: DeviceRow }) {
  const words = frontdeskWords().tablets;
  const now = useNow();
  if (revoked) return <StateBadge shape="over">{words.removed}</StateBadge>;
  if (online) return <StateBadge shape="done">{words.online}</StateBadge>;
  return <StateBadge shape="open">{lastSeen ? words.offline(ago(lastSeen, now)) : words.neverSeen}</StateBadge>;
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
