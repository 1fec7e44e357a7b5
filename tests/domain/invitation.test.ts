import { describe, expect, test } from 'vitest';
import {
  INVITATION_STATES,
  isUnfinished,
  step,
  type InvitationEvent,
  type InvitationState,
} from '../../src/domain/invitation.ts';

const events: InvitationEvent[] = [
  'present',
  'take-back',
  'sign',
  'decline',
  'enroll',
  'cancel',
  'expire',
  'accept',
  'accept-no',
];

/** What each event makes of each state; a rejection has its reason in brackets. Columns as in `events`. */
const table: Record<InvitationState, string[]> = {
  waiting: [
    'presented',
    '(not-presented)',
    'signed',
    'declined',
    '(not-signed-yet)',
    'cancelled',
    'expired',
    'signed',
    'declined',
  ],
  presented: [
    'presented',
    'waiting',
    'signed',
    'declined',
    '(not-signed-yet)',
    'cancelled',
    'expired',
    'signed',
    'declined',
  ],
  signed: [...over('already-signed', 4), 'enrolled', ...over('already-signed', 4)],
  declined: [...over('already-declined', 7), 'signed', '(already-declined)'],
  enrolled: over('already-signed', 9),
  cancelled: [...over('cancelled', 7), 'signed', 'declined'],
  expired: [...over('expired', 7), 'signed', 'declined'],
};

function over(reason: string, times: number): string[] {
  return Array.from({ length: times }, () => `(${reason})`);
}

const cells = INVITATION_STATES.flatMap((state) =>
  events.map((event, i) => ({ state, event, outcome: table[state][i] ?? 'missing in the table' })),
);

test.each(cells)('an invitation that is $state answers "$event" with $outcome', ({ state, event, outcome }) => {
  const result = step(state, event);
  expect(result.ok ? result.state : `(${result.rejection})`).toBe(outcome);
});

describe('whatever happens to an invitation', () => {
  test('every state can be reached from waiting', () => {
    const reached = new Set<InvitationState>(['waiting']);
    for (const state of reached) {
      for (const event of events) {
        const result = step(state, event);
        if (result.ok) reached.add(result.state);
      }
    }
    expect([...reached].toSorted()).toEqual(INVITATION_STATES.toSorted());
  });

  test('what is finished never becomes unfinished again', () => {
    for (const { state, event } of cells.filter((cell) => !isUnfinished(cell.state))) {
      const result = step(state, event);
      expect(result.ok && isUnfinished(result.state), `${state} + ${event}`).toBe(false);
    }
  });

  test('only a signed one is ever enrolled', () => {
    const enrolling = cells.filter(({ outcome }) => outcome === 'enrolled');
    expect(enrolling).toEqual([{ state: 'signed', event: 'enroll', outcome: 'enrolled' }]);
  });
});
