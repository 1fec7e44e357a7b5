import * as v from 'valibot';
import type { Rescued } from '../src/contract/rescueApi.ts';
import { id as idShape } from '../src/contract/shapes.ts';
import type { Deps } from './deps.ts';
import { ingest } from './ingest/ingest.ts';
import { findDevice } from './store/devices.ts';
import { findEnvelope } from './store/envelopes.ts';
import { findScanEnvelope } from './store/scanEnvelopes.ts';
import { tell } from './store/events.ts';
import { findWithPeople } from './store/invitations.ts';
import { nameOf } from './store/patients.ts';
import type { Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

const outside = v.object({ id: idShape, device: idShape, invitation: idShape });

/**
 * Takes in what a tablet sealed and staff carried here. Each envelope goes the way it would have gone from the tablet: its
 * own signature says whose it is, so that who carries it makes no difference. Brought in twice, it is here once.
 */
export async function bringIn(
  deps: Deps,
  scope: Scope,
  by: Pick<StaffRow, 'name'>,
  envelopes: readonly unknown[],
): Promise<Rescued[]> {
  const results: Rescued[] = [];
  for (const raw of envelopes) results.push(await bringInOne(deps, scope, by, raw));
  if (results.some(({ outcome }) => outcome !== 'here-already')) deps.nudges.nudge(scope.practice);
  if (results.some(({ outcome }) => outcome === 'new')) deps.jobs.wake();
  return results;
}

async function bringInOne(deps: Deps, scope: Scope, by: Pick<StaffRow, 'name'>, raw: unknown): Promise<Rescued> {
  const read = v.safeParse(outside, raw);
  if (!read.success) return refused('', 'unreadable-request');
  const { id, invitation } = read.output;
  // A tablet that was removed may have signed before it was: then its answers are put before staff.
  const device = await findDevice(scope, read.output.device);
  if (!device) return refused(id, 'envelope-device-unknown');
  const before = (await findEnvelope(scope, id)) ?? (await findScanEnvelope(scope, id));
  const result = await ingest(deps, device, raw);
  if (result.status === 'refused') return { ...refused(id, result.code), invitation: await named(scope, invitation) };
  const about = await named(scope, invitation);
  if (before) return { id, outcome: 'here-already', code: null, invitation: about };
  const at = deps.now().toISOString();
  if (about) await tell(scope, { invitation, kind: 'brought-in', at, who: by.name, detail: device.name });
  return { id, outcome: 'new', code: null, invitation: about };
}

async function named(scope: Scope, id: string): Promise<Rescued['invitation']> {
  const people = await findWithPeople(scope, id);
  return people ? { id, name: nameOf(people) } : null;
}

function refused(id: string, code: string): Rescued {
  return { id, outcome: 'refused', code, invitation: null };
}
