import type { InvitationState as State } from '../../domain/invitation.ts';
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

/** Where an invitation stands, and whether somebody should look at it. */
export function InvitationState({ state, conflicts }: { state: State; conflicts: number }) {
  const words = frontdeskWords();
  return (
    <span class="badges">
      <StateBadge shape={shapes[state]}>{words.states[state]}</StateBadge>
      {conflicts > 0 && <StateBadge shape="attention">{words.invitations.needsLook}</StateBadge>}
    </span>
  );
}
