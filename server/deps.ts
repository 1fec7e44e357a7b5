import type { Logger } from 'pino';
import type { JobRunner } from './jobs/runner.ts';
import type { PracticeKeyring } from './keys/keyring.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Nudges } from './nudges.ts';
import type { AccessRow } from './store/access.ts';
import type { ScanReader } from './scans/scanReader.ts';
import type { StaffRow } from './store/staff.ts';
import type { DeviceRowRecord } from './store/devices.ts';
import type { Store } from './store/open.ts';

/** What the app is given: the same in tests and in production, but for time and place. */
export type Deps = {
  store: Store;
  master: Buffer;
  keyring: PracticeKeyring;
  nudges: Nudges;
  jobs: Pick<JobRunner, 'wake'>;
  log: Logger;
  now: () => Date;
  /** Asked of a first start that does not come from this machine. */
  setupCode: string;
  /** Where people reach the server, when something stands between: `https://consent.practice.example`. */
  publicOrigin: string | undefined;
  /** Where links in mail lead: `publicOrigin`, or this machine's own name where none is set. */
  address: () => string;
  mail: Mailer;
  scanReader: ScanReader;
  /** Whether a folder is watched, as for a fax server. */
  scansFolder: string | undefined;
  /** The folder of the built page; absent in tests of the doors alone. */
  page: string | undefined;
  /** True once the server is stopping: streams end, so that it can. */
  stopping: AbortSignal;
  /** The folder that all data lies in. */
  data: string;
};

/** What a request carries through the app. */
export type Env = { Variables: { staff: StaffRow; device: DeviceRowRecord; access: AccessRow }; Bindings: object };
