import { newId } from '../../src/contract/newId.ts';
import * as records from '../../server/store/records.ts';
import { at } from '../harness/builders.ts';
import type { Tried } from './scoped.ts';

/** What the practice's own records ask of the store, from another practice. */

export const scopedRecords: Record<string, Tried> = {
  'records.addRecord': {
    call: (other, ours) =>
      records.addRecord(other, {
        id: newId(),
        invitation_id: ours.waiting.id,
        kind: 'verbal',
        content: Buffer.from('other'),
        sha256: '',
        ledger_seq: 1,
        recorded_by: null,
        recorded_at: at,
      }),
  },
  'records.findRecord': {
    call: (other, ours) => records.findRecord(other, ours.record),
    sees: { value: undefined },
  },
  'records.recordsOf': {
    call: async (other, ours) =>
      (await records.recordsOf(other, ours.waiting.id, 'verbal')).filter((row) => row.id === ours.record),
    sees: { value: [] },
  },
};
