import * as certificates from '../../server/store/certificates.ts';
import { at } from '../harness/builders.ts';
import type { Tried } from './scoped.ts';

/** What the seal's certificate asks of the store, from another practice. */

export const scopedCertificates: Record<string, Tried> = {
  'certificates.certificateOf': {
    call: (other) => certificates.certificateOf(other, 'own'),
    sees: { value: undefined },
  },
  'certificates.dropCertificate': {
    call: (other) => certificates.dropCertificate(other, 'own'),
    sees: { value: false },
    changes: true,
  },
  'certificates.keepCertificate': {
    call: (other) =>
      certificates.keepCertificate(other, {
        kind: 'own',
        certificates: 'other',
        private_key: Buffer.from('other'),
        valid_from: at,
        valid_until: at,
        added_by: null,
        added_at: at,
      }),
    changes: true,
  },
};
