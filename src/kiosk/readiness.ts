import type { TabletDatabase } from '../local/database.ts';
import { getMeta } from '../local/meta.ts';
import { waitingNow, type Waiting } from '../local/outbox.ts';
import { storageTrouble, type StorageTrouble } from '../local/storageTrouble.ts';

/** What staff should know before they hand the iPad over: each measured, none assumed. `undefined` is "not known". */
export type Readiness = {
  installed: boolean;
  /** The page opens without a network. */
  opensOffline: boolean;
  /** The browser promised to keep the data. */
  persisted: boolean | undefined;
  /** Bytes that are left, by the browser's estimate. */
  room: number | undefined;
  writing: 'works' | StorageTrouble;
  /** The form that this patient is to read. */
  form: 'here' | 'missing';
  /** When the practice last told which form is the present one; ISO 8601. */
  heardAt: string | undefined;
  waiting: Waiting;
};

/** Bytes that a trial write takes: more than any draft and envelope together. */
const TRIAL = 2 * 1024 * 1024;

/** `formHash` names the form that is about to be shown. */
export async function measureReadiness(database: TabletDatabase, formHash: string): Promise<Readiness> {
  const [persisted, estimate, writing, form, heardAt, waiting] = await Promise.all([
    navigator.storage?.persisted?.().catch(() => undefined),
    navigator.storage?.estimate?.().catch(() => undefined),
    trialWrite(database),
    database.forms.get(formHash),
    getMeta(database, 'heardAt'),
    waitingNow(database),
  ]);
  const { quota, usage } = estimate ?? {};
  return {
    installed: matchMedia('(display-mode: standalone)').matches || matchMedia('(display-mode: fullscreen)').matches,
    opensOffline: Boolean(navigator.serviceWorker?.controller),
    persisted,
    room: quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage),
    writing,
    form: form ? 'here' : 'missing',
    heardAt,
    waiting,
  };
}

/** Writes as much as a signature takes and deletes it again: a full disk shows before the patient starts, not after. */
async function trialWrite(database: TabletDatabase): Promise<Readiness['writing']> {
  try {
    await database.meta.put({
      key: 'trial',
      value: crypto.getRandomValues(new Uint8Array(65_536)).toString().padEnd(TRIAL, ' '),
    });
    await database.meta.delete('trial');
    return 'works';
  } catch (error) {
    return storageTrouble(error);
  }
}

/** Asks the browser to keep the data. Granted to home-screen apps, not to Safari tabs (FACTS). */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
