import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJobRunner, type JobRunner } from '../../server/jobs/runner.ts';
import { makeSignedDocument } from '../../server/jobs/signedDocument.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { documentsOf } from '../../server/store/documents.ts';
import { storyOf } from '../../server/store/events.ts';
import { openSqlite } from '../../server/store/open.ts';
import { scopeOf } from '../../server/store/scope.ts';
import { addJob, documentJobsPending, takeJob, type Job } from '../../server/store/jobs.ts';
import {
  aConsent,
  aDeclination,
  anInvited,
  aPractice,
  aTablet,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, aSqliteStore, depsFor, errorsIn, type Clock, type TestDeps, type TestStore } from '../harness/deps.ts';

/** Work that comes after the receipt, so that a slow printer never delays one. */

const SECOND = 1_000;
const LEASE = 5 * 60 * SECOND;

let store: TestStore;
let clock: Clock;
let deps: TestDeps;
let practice: TestPractice;

beforeEach(async () => {
  store = await aSqliteStore();
  clock = aClock();
  deps = depsFor(store, clock);
  practice = await aPractice(store);
});
afterEach(() => store.close());

describe('a job that fails', () => {
  test('is tried again later, and later each time, for ever and at least once a minute', async () => {
    await ask('envelope-1');
    let tries = 0;
    const runner = runnerFor(async () => {
      tries += 1;
      throw new Error('the printer is on fire');
    });
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      await runner.runDue();
      expect(tries).toBe(i + 1);
      waits.push(await waitOf('envelope-1'));
      clock.pass(waits.at(-1)! - 1);
      await runner.runDue(); // too early
      expect(tries).toBe(i + 1);
      clock.pass(1);
    }
    // Doubling from 4 s to a minute, of which at least half.
    for (const [i, wait] of waits.entries()) {
      const full = Math.min(60, 2 ** (i + 2)) * SECOND;
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
  });

  test('keeps why, tells a developer, and is done when it can be', async () => {
    await ask('envelope-1');
    let broken = true;
    const runner = runnerFor(async () => {
      if (broken) throw new Error('the printer is on fire');
    });
    await runner.runDue();
    expect(await row('envelope-1')).toMatchObject({ last_error: 'the printer is on fire', attempts: 1, done_at: null });
    expect(errorsIn(deps)).toHaveLength(1);
    broken = false;
    clock.pass(60 * SECOND);
    await runner.runDue();
    expect(await row('envelope-1')).toMatchObject({ last_error: null, done_at: clock.now().toISOString() });
  });

  test('does not hold up the others', async () => {
    await ask('envelope-1');
    clock.pass(1);
    await ask('envelope-2');
    const done: string[] = [];
    const runner = runnerFor(async ({ subject }) => {
      if (subject === 'envelope-1') throw new Error('poisoned');
      done.push(subject);
    });
    await runner.runDue();
    expect(done).toEqual(['envelope-2']);
  });
});

describe('a runner', () => {
  test('does one job after another, in the order they are due', async () => {
    for (const subject of ['a', 'b', 'c']) {
      await ask(subject);
      clock.pass(1);
    }
    const happened: string[] = [];
    await runnerFor(async ({ subject }) => {
      happened.push(`${subject} begins`);
      await documentJobsPending(practice.scope, 'any'); // gives way to whatever else would run
      happened.push(`${subject} ends`);
    }).runDue();
    expect(happened).toEqual(['a', 'b', 'c'].flatMap((subject) => [`${subject} begins`, `${subject} ends`]));
  });

  test('that is woken while it works sees what came meanwhile, and works for one', async () => {
    await ask('a');
    const done: string[] = [];
    const finished = Promise.withResolvers<void>();
    const runner = runnerFor(async ({ subject }) => {
      if (subject === 'a') {
        await ask('b');
        runner.wake();
        runner.wake();
      }
      done.push(subject);
      if (subject === 'b') finished.resolve();
    });
    runner.wake();
    await finished.promise;
    await runner.stop();
    expect(done).toEqual(['a', 'b']);
  });

  test('that is woken just after it looked in vain looks again', async () => {
    const elsewhere = await openSqlite(store.file);
    const done = Promise.withResolvers<string>();
    let looked = false;
    const db = store.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (!looked) {
          looked = true;
          await addJob(scopeOf(elsewhere, practice.id), {
            kind: 'signed-document',
            subject: 'a',
            at: clock.now().toISOString(),
          });
          runner.wake();
        }
        return result;
      },
    });
    const runner = createJobRunner({ ...deps, store: { db }, perform: async ({ subject }) => done.resolve(subject) });
    runner.wake();
    expect(await done.promise).toBe('a');
    await runner.stop();
    await elsewhere.close();
  });

  test('that is stopped finishes the job it is at, and begins no other', async () => {
    await ask('a');
    clock.pass(1);
    await ask('b');
    const [begun, mayFinish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const happened: string[] = [];
    const runner = runnerFor(async ({ subject }) => {
      happened.push(`${subject} begins`);
      begun.resolve();
      await mayFinish.promise;
      happened.push(`${subject} ends`);
    });
    runner.start();
    await begun.promise;
    const stopped = runner.stop().then(() => happened.push('stopped'));
    // Time enough for a stop that does not wait.
    for (let i = 0; i < 20; i++) await row('a');
    expect(happened).toEqual(['a begins']);
    mayFinish.resolve();
    await stopped;
    expect(happened).toEqual(['a begins', 'a ends', 'stopped']);
    expect(await row('a')).toMatchObject({ done_at: clock.now().toISOString() });
    expect(await row('b')).toMatchObject({ done_at: null, attempts: 0 });
    runner.wake();
    await runner.stop();
    expect(happened).toHaveLength(3);
  });

  test('goes on after the database failed it', async () => {
    await ask('a');
    let broken = true;
    const done: string[] = [];
    const db = new Proxy(store.db, {
      get(target, name) {
        if (broken && name === 'selectFrom') throw new Error('the database is away');
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const runner = createJobRunner({ ...deps, store: { db }, perform: async (job) => void done.push(job.subject) });
    runner.wake();
    await runner.stop();
    expect(errorsIn(deps)).toMatchObject([{ msg: 'the job table could not be read' }]);
    broken = false;
    await createJobRunner({ ...deps, store: { db }, perform: async (job) => void done.push(job.subject) }).runDue();
    expect(done).toEqual(['a']);
  });
});

describe('the document of a consent', () => {
  let tablet: TestTablet;
  let margaret: Invited;

  beforeEach(async () => {
    tablet = await aTablet(practice);
    margaret = await anInvited(practice);
  });

  test('is pending until it is made, and then there', async () => {
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    expect(await documentJobsPending(practice.scope, margaret.id)).toBe(true);
    await documentRunner().runDue();
    expect(await documentJobsPending(practice.scope, margaret.id)).toBe(false);
    expect(await documentsOf(practice.scope, margaret.id)).toMatchObject([{ kind: 'consent' }]);
    expect(errorsIn(deps)).toEqual([]);
  });

  test('is made of a declination too', async () => {
    await ingest(deps, tablet.device, await sealed(tablet, aDeclination(tablet, margaret)));
    await documentRunner().runDue();
    expect(await documentsOf(practice.scope, margaret.id)).toMatchObject([{ kind: 'declination' }]);
  });

  test('is there once, and told of once, when the server dies between making it and noting that it did', async () => {
    await ingest(deps, tablet.device, await sealed(tablet, aConsent(tablet, margaret)));
    const job = await takeJob(store.db, clock.now(), LEASE);
    await makeSignedDocument(deps, practice.id, job?.subject ?? '');
    const made = await documentsOf(practice.scope, margaret.id);
    // Here the power went. Another start finds the job when its lease is over.
    clock.pass(LEASE);
    await documentRunner().runDue();
    expect(await documentsOf(practice.scope, margaret.id)).toEqual(made);
    expect(await documentJobsPending(practice.scope, margaret.id)).toBe(false);
    const story = await storyOf(practice.scope, margaret.id);
    expect(story.filter((line) => line.kind === 'document-made')).toHaveLength(1);
  });

  function documentRunner(): JobRunner {
    return runnerFor((job) => makeSignedDocument(deps, job.practice, job.subject));
  }
});

function ask(subject: string): Promise<void> {
  return addJob(practice.scope, { kind: 'signed-document', subject, at: clock.now().toISOString() });
}

function runnerFor(perform: (job: Job) => Promise<void>): JobRunner {
  return createJobRunner({ ...deps, perform });
}

function row(subject: string) {
  return store.db.selectFrom('job').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow();
}

async function waitOf(subject: string): Promise<number> {
  return Date.parse((await row(subject)).run_at) - clock.now().getTime();
}
