import type { InvitationState as State } from '../../domain/invitation.ts';
import { shortDay, today } from '../../ui/moments.ts';
import { StateBadge, type BadgeShape } from '../../ui/StateBadge.tsx';
import { frontdeskWords } from '../text.ts';

const shapes: Record<State, BadgeShape> = {
  waiting: 'open',
  presented: 'half',
  signed: 'half',
  declined: 'over',
  enrolled: 'done',
  cancelled: 'over',
  expired: 'over',
};

type StateProps = { state: State; conflicts: number; stopsOn?: string | null };

/** Where an invitation stands, whether its member stops, and whether somebody should look at it. */
export function InvitationState({ state, conflicts, stopsOn = null }: StateProps) {
  const words = frontdeskWords();
  return (
    <span class="badges">
      <StateBadge shape={shapes[state]}>{words.states[state]}</StateBadge>
      {stopsOn !== null && (
        <StateBadge shape="over">
          {(stopsOn < today() ? words.members.badgeEnded : words.members.badge)(shortDay(stopsOn))}
        </StateBadge>
      )}
      {conflicts > 0 && <StateBadge shape="attention">{words.invitations.needsLook}</StateBadge>}
    </span>
  );
}
