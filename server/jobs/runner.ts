import type { Logger } from 'pino';
import { waitAfter } from '../../src/domain/delivery.ts';
import type { Store } from '../store/open.ts';
import { finishJob, putOffJob, takeJob, type Job } from '../store/jobs.ts';
import { MoreToDo, TryLater } from './tryLater.ts';

/** Milliseconds: how long a job may take before it comes up again, and how often to look without being woken. */
const LEASE = 5 * 60_000;
const LOOK_EVERY = 15_000;

export type JobRunner = {
  wake(): void;
  start(): void;
  stop(): Promise<void>;
  /** Works until nothing is due. */ runDue(): Promise<void>;
};

type Given = {
  store: Pick<Store, 'db'>;
  now: () => Date;
  log: Logger;
  perform: (job: Job) => Promise<void>;
  /** Asks for what is to be done once a day. */
  plan?: () => Promise<void>;
};

/** Does what the job table asks for, one after another; a failed job is tried again, later each time. */
export function createJobRunner({ store, now, log, perform, plan }: Given): JobRunner {
  let planned = '';
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function runDue(): Promise<void> {
    for (;;) {
      const job = stopped ? undefined : await takeJob(store.db, now(), LEASE);
      if (!job) return;
      try {
        await perform(job);
        await finishJob(store.db, job.id, now().toISOString());
      } catch (error) {
        if (error instanceof MoreToDo) {
          await putOffJob(store.db, job.id, now().toISOString(), error.message);
          continue;
        }
        const about = { job: job.id, kind: job.kind, attempts: job.attempts };
        if (error instanceof TryLater) log.warn({ ...about, why: error.message }, 'job put off');
        else log.error({ err: error, ...about }, 'job failed, will be tried again');
        const wait = waitAfter(job.attempts, Math.random());
        await putOffJob(
          store.db,
          job.id,
          new Date(now().getTime() + wait).toISOString(),
          error instanceof Error ? error.message : String(error),
        );
      }
    }
  }

  async function rounds(): Promise<void> {
    do {
      again = false;
      try {
        const today = now().toISOString().slice(0, 10);
        if (plan && planned !== today) {
          await plan();
          planned = today;
        }
        await runDue();
      } catch (error) {
        log.error({ err: error }, 'the job table could not be read');
      }
    } while (again);
    running = undefined;
  }

  function wake(): void {
    again = true;
    running ??= rounds();
  }

  return {
    wake,
    runDue,
    start() {
      wake();
      timer = setInterval(wake, LOOK_EVERY);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
