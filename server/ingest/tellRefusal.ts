import * as v from 'valibot';
import type { EnvelopeResult } from '../../src/contract/deviceApi.ts';
import { id as idShape } from '../../src/contract/shapes.ts';
import type { Deps } from '../deps.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import { tell } from '../store/events.ts';
import { findInvitation, touchInvitation } from '../store/invitations.ts';
import { noteRefused, takenAfterAll } from '../store/refused.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';

const outside = v.object({ id: idShape, invitation: v.optional(idShape) });

/**
 * What is not taken stays on its tablet, where office staff don't see it: the console is told which, and why. A failure of
 * the server is none: the tablet tries that again by itself.
 */
export async function tellRefusal(
  deps: Pick<Deps, 'store' | 'now' | 'nudges'>,
  device: DeviceRowRecord,
  raw: unknown,
  result: EnvelopeResult,
): Promise<void> {
  const envelope = v.safeParse(outside, raw);
  if (!envelope.success) return;
  const { id, invitation = null } = envelope.output;
  const at = deps.now().toISOString();
  const isNews = await inTransaction(scopeOf(deps.store, device.practice_id), async (scope) => {
    if (result.status === 'stored') {
      if (!(await takenAfterAll(scope, id, at))) return false;
      return tellStory(scope, invitation, { kind: 'refused-over', at, who: device.name, detail: null });
    }
    if (result.http >= 500) return false;
    const { code } = result;
    // Of this one a conflict tells, with the other record beside it.
    const about = code === 'envelope-conflict' ? null : invitation;
    if (!(await noteRefused(scope, { envelope: id, device: device.id, invitation: about, code, at }))) return false;
    return tellStory(scope, about, { kind: 'refused', at, who: device.name, detail: code });
  });
  // Of what was stored, and of a conflict, the door tells by itself.
  const toldAnyway = result.status === 'stored' || result.code === 'envelope-conflict';
  if (isNews && !toldAnyway) deps.nudges.nudge(device.practice_id);
}

type Line = { kind: string; at: string; who: string; detail: string | null };

/** The outside of an envelope may name an invitation that is not ours: then only the tablet's row tells of it. */
async function tellStory(scope: Scope, invitation: string | null, line: Line): Promise<true> {
  if (invitation !== null && (await findInvitation(scope, invitation))) {
    await tell(scope, { invitation, ...line });
    await touchInvitation(scope, invitation);
  }
  return true;
}
