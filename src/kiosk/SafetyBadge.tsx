import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { StateBadge, type BadgeShape } from '../ui/StateBadge.tsx';
import { useLive } from '../ui/live.ts';
import { safetyOfInvitation, type Safety } from '../local/safety.ts';
import type { Tablet } from './tablet.ts';
import { kioskWords } from './text.ts';

/** An invitation's state; once there is an answer, how safe it is. */
export function SafetyBadge({ tablet, invitation }: { tablet: Tablet; invitation: DeviceInvitation }) {
  const words = kioskWords();
  const safety = useLive(() => safetyOfInvitation(tablet.database, invitation.id), [tablet, invitation.id]);
  if (!safety) return null;
  if (safety.step === 'none')
    return <StateBadge shape={stateShapes[invitation.state] ?? 'over'}>{words.states[invitation.state]}</StateBadge>;
  return <SafetyState safety={safety} />;
}

export function SafetyState({ safety }: { safety: Exclude<Safety, { step: 'none' }> }) {
  const words = kioskWords().safety;
  if (safety.step === 'on-this-ipad' && safety.parked !== undefined)
    return <StateBadge shape="attention">{words.parked}</StateBadge>;
  return <StateBadge shape={safetyShapes[safety.step]}>{words[safety.step]}</StateBadge>;
}

const safetyShapes = {
  'on-this-ipad': 'half',
  'at-the-practice': 'half',
  'account-created': 'done',
} as const satisfies Record<string, BadgeShape>;

const stateShapes: Partial<Record<DeviceInvitation['state'], BadgeShape>> = {
  waiting: 'open',
  presented: 'half',
  signed: 'half',
  enrolled: 'done',
  declined: 'over',
  cancelled: 'over',
  expired: 'over',
};
