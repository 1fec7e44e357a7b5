import { newId } from '../../src/contract/newId.ts';
import * as practices from '../../server/store/practices.ts';
import * as scanEnvelopes from '../../server/store/scanEnvelopes.ts';
import * as pages from '../../server/store/scanPages.ts';
import * as scans from '../../server/store/scans.ts';
import { at } from '../harness/builders.ts';
import { ownVersion } from './fullPractice.ts';
import type { Tried } from './scoped.ts';

/** What scans of paper forms ask of the store, from another practice. */

const nothing = { sees: { value: undefined } };
const none = { sees: { value: [] } };

export const scopedScans: Record<string, Tried> = {
  'practices.findFormByMark': {
    // The others keep a version of their own under this hash.
    call: async (other, ours) => {
      const found = await practices.findFormByMark(other, ours.formHash.slice(0, 16));
      return found?.form.version === ownVersion ? found : undefined;
    },
    ...nothing,
  },
  'scanEnvelopes.addScanEnvelope': {
    call: (other, ours) =>
      scanEnvelopes.addScanEnvelope(other, {
        id: ours.picture,
        sha256: '',
        device_id: ours.tablet.device.id,
        content: Buffer.from('other'),
        ledger_seq: 1,
        receipt: 'other',
        received_at: at,
      }),
  },
  'scanEnvelopes.findScanEnvelope': {
    call: async (other, ours) => {
      const found = await scanEnvelopes.findScanEnvelope(other, ours.picture);
      return found?.receipt === 'other' ? undefined : found;
    },
    ...nothing,
  },
  'scans.addScan': {
    call: (other, ours) =>
      scans
        .addScan(other, {
          id: newId(),
          name: 'other.pdf',
          kind: 'pdf',
          sha256: 'Xanadu',
          size: 1,
          source: 'upload',
          added_by: ours.practice.staff.id,
          added_at: at,
          state: 'reading',
          trouble: null,
          pages: null,
          content: null,
        })
        .then(({ isNew }) => isNew),
    sees: { value: true },
    changes: true,
  },
  'scans.findScan': { call: (other, ours) => scans.findScan(other, ours.scan), ...nothing },
  'scans.listScans': { call: (other, ours) => scans.listScans(other, { id: ours.scan }), ...none },
  'scans.settleScan': { call: (other, ours) => scans.settleScan(other, ours.scan, { state: 'read' }) },
  'scanPages.addScanPage': {
    call: (other, ours) =>
      pages.addScanPage(other, {
        id: newId(),
        scan_id: ours.scan,
        place: 7,
        state: 'matched',
        why: null,
        invitation_id: ours.waiting.id,
        form_mark: null,
        page: 1,
        pages: 1,
        found: 'hand',
        ink: null,
        picture: null,
      }),
  },
  'scanPages.changeScanPage': {
    call: (other, ours) => pages.changeScanPage(other, ours.page, { state: 'aside' }),
    sees: { value: false },
    changes: true,
  },
  'scanPages.findScanPage': { call: (other, ours) => pages.findScanPage(other, ours.page), ...nothing },
  'scanPages.formsWaiting': { call: (other) => pages.formsWaiting(other), ...none },
  'scanPages.hasPages': {
    call: (other, ours) => pages.hasPages(other, ours.scan, ours.enrolled.id),
    sees: { value: false },
  },
  'scanPages.listScanPages': {
    call: (other, ours) => pages.listScanPages(other, { invitation: ours.waiting.id }),
    ...none,
  },
  'scanPages.pagesWith': { call: (other, ours) => pages.pagesWith(other, ours.waiting.id), ...none },
  'scanPages.placesRead': {
    call: async (other, ours) => (await pages.placesRead(other, ours.scan)).filter((place) => place === 0),
    ...none,
  },
};
