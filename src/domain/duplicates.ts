import { folded, fullName, type PersonName } from './people.ts';

/** People who may be the same. Pointed out, never blocked: twins and namesakes are real. */

export type Known = { name: PersonName; birthDate: string; recordNumber: string | null };
export type DuplicateReason = 'name-and-birth-date' | 'record-number';

/** Why two people may be one; empty where nothing says so. */
export function likeness(a: Known, b: Known): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (a.birthDate === b.birthDate && folded(fullName(a.name)) === folded(fullName(b.name)))
    reasons.push('name-and-birth-date');
  const [one, other] = [a.recordNumber?.trim().toLowerCase(), b.recordNumber?.trim().toLowerCase()];
  if (one && one === other) reasons.push('record-number');
  return reasons;
}
