import type { Deps } from './deps.ts';
import { setAsking, type DeviceRowRecord } from './store/devices.ts';
import type { Scope } from './store/scope.ts';

/** The patient who has a tablet asks for somebody to come, or no longer does: the console shows it at once. */
export async function noteAsking(
  deps: Pick<Deps, 'now' | 'nudges'>,
  scope: Scope,
  device: DeviceRowRecord,
  asks: boolean,
): Promise<void> {
  if (asks === (device.asking_since !== null)) return;
  await setAsking(scope, device.id, asks ? deps.now().toISOString() : null);
  deps.nudges.nudge(scope.practice);
}
