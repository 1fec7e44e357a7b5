import { fromBase64url } from '../../src/contract/bytes.ts';
import type { ProblemCode } from '../../src/contract/problems.ts';
import { scanKind } from '../scans/scanKind.ts';
import { storeScan } from '../scans/keepScan.ts';
import type { DeviceRowRecord } from '../store/devices.ts';
import type { Scope } from '../store/scope.ts';
import { allStaff } from '../store/staff.ts';
import type { ReadScan } from './readEnvelope.ts';

/** A picture of a paper form from a tablet: from here on it is a scan like any other. */
export async function applyScan(
  scope: Scope,
  dataKey: Uint8Array,
  device: DeviceRowRecord,
  { evidence }: ReadScan,
  at: string,
): Promise<ProblemCode | undefined> {
  const bytes = fromBase64url(evidence.picture);
  const found = await scanKind(bytes);
  if (!('kind' in found) || found.kind !== 'jpeg') return 'envelope-bad-evidence';
  const by = (await allStaff(scope)).find((one) => one.id === evidence.staff);
  await storeScan(scope, dataKey, {
    name: `${device.name} ${evidence.takenAt.slice(0, 16).replace('T', ' ')}.jpg`,
    kind: found.kind,
    bytes,
    source: 'camera',
    by: by?.id ?? null,
    at,
  });
  return undefined;
}
