import type { Deps } from './deps.ts';
import { lockPractice } from './store/changes.ts';
import { heldElsewhere, setHolding, type DeviceRowRecord } from './store/devices.ts';
import { findInvitation, moveInvitation } from './store/invitations.ts';
import { inTransaction, type Scope } from './store/scope.ts';

/** A tablet tells which patient has it, or that nobody has: the console shows the invitation as presented, or as waiting again. */
export async function noteHolding(
  deps: Pick<Deps, 'nudges'>,
  scope: Scope,
  device: DeviceRowRecord,
  holding: string | null,
): Promise<void> {
  if (device.holding === holding) return;
  await inTransaction(scope, async (within) => {
    // An answer may be coming in: what it makes of the invitation must not be set back to `presented` or `waiting`.
    await lockPractice(within);
    // Two tablets may hold the same patient: only the last one that lets go makes the invitation wait again.
    const held = device.holding;
    const before =
      held === null || (await heldElsewhere(within, held, device.id)) ? undefined : await findInvitation(within, held);
    if (before) await moveInvitation(within, before, 'take-back');
    const now = holding === null ? undefined : await findInvitation(within, holding);
    if (now) await moveInvitation(within, now, 'present');
    await setHolding(within, device.id, now ? holding : null);
  });
  deps.nudges.nudge(scope.practice);
}
