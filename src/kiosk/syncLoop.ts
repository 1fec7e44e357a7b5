import { signal, type ReadonlySignal } from '@preact/signals';
import { listenOnce } from '../local/listen.ts';
import type { PullResult } from '../local/pull.ts';
import type { Vault } from '../local/vault.ts';
import type { Tablet } from './tablet.ts';

/** How the practice was reached at the last try. */
export type Reach = 'unknown' | 'reached' | 'not-reached' | { refused: string };

export type SyncLoop = {
  reach: ReadonlySignal<Reach>;
  /** Does what there is to do now: hands in, and brings what is new. */
  now: (force?: boolean) => Promise<void>;
  stop: () => void;
};

/** Milliseconds between looks: while nudges come, and while they don't (DESIGN: on the iPad within 2 s while online). */
const WITH_NUDGES = 25_000;
const WITHOUT_NUDGES = 1_800;

type Given = {
  tablet: Tablet;
  vault: () => Vault | undefined;
  holding: () => string | undefined;
  asking: () => boolean;
  alsoDrain: () => void;
};

/** Keeps tablet and practice in step while the page lives: on start, on events of the page, on nudges and on a timer. */
export function startSyncLoop({ tablet, vault, holding, asking, alsoDrain }: Given): SyncLoop {
  const reach = signal<Reach>('unknown');
  const stopped = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  let forced = false;
  let nudged = false;
  let somethingWaits = false;

  async function round(): Promise<void> {
    const force = forced;
    forced = false;
    const drained = await tablet.drain(force);
    somethingWaits = drained.kind === 'not-yet' || (drained.kind !== 'busy' && drained.waiting > 0);
    const result = await tablet.pull(vault(), holding(), asking());
    reach.value = asReach(result);
  }

  function now(force = false): Promise<void> {
    forced ||= force;
    again = true;
    running ??= (async () => {
      while (again && !stopped.signal.aborted) {
        again = false;
        // A broken database is told by the screens that read it; the loop goes on trying.
        await round().catch(() => undefined);
      }
      running = undefined;
    })();
    return running;
  }

  async function listen(): Promise<void> {
    while (!stopped.signal.aborted) {
      nudged = reach.peek() === 'reached';
      const had = nudged && (await listenOnce(tablet.door, stopped.signal, () => void now()));
      nudged = false;
      await pause(had ? 200 : WITHOUT_NUDGES, stopped.signal);
    }
  }

  async function look(): Promise<void> {
    while (!stopped.signal.aborted) {
      await now();
      const until = Date.now() + WITH_NUDGES * (0.8 + 0.4 * Math.random());
      do await pause(WITHOUT_NUDGES, stopped.signal);
      while (nudged && !somethingWaits && Date.now() < until && !stopped.signal.aborted);
    }
  }

  const wake = (): void => {
    if (document.visibilityState === 'visible') void now(true);
    else alsoDrain();
  };
  const options = { signal: stopped.signal };
  window.addEventListener('online', wake, options);
  window.addEventListener('pageshow', wake, options);
  document.addEventListener('visibilitychange', wake, options);
  void listen();
  void look();
  return { reach, now, stop: () => stopped.abort() };
}

function asReach(result: PullResult): Reach {
  if (result.kind === 'refused') return { refused: result.code };
  return result.kind === 'up-to-date' ? 'reached' : 'not-reached';
}

function pause(milliseconds: number, signalOfEnd: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, milliseconds);
    function end(): void {
      clearTimeout(timer);
      signalOfEnd.removeEventListener('abort', end);
      done();
    }
    signalOfEnd.addEventListener('abort', end);
  });
}
