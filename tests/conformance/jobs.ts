import { beforeEach, describe, expect, test } from 'vitest';
import { addJob, finishJob, putOffJob, takeJob, type Job } from '../../server/store/jobs.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { aPractice, at, type TestPractice } from '../harness/builders.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

const LEASE = 60_000;
const now = new Date(at);
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

export function describeJobs(make: MakeDatabase): void {
  describe('the job table', () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;

    beforeEach(async () => {
      practice = await aPractice(database().store);
    });

    test('the same work asked for twice is one job', async () => {
      await ask('envelope-1');
      await ask('envelope-1');
      expect(await database().store.db.selectFrom('job').select('subject').execute()).toEqual([
        { subject: 'envelope-1' },
      ]);
    });

    test('work asked for in a transaction that fails is not done', async () => {
      const failed = inTransaction(practice.scope, async (within) => {
        await addJob(within, { kind: 'signed-document', subject: 'envelope-1', at });
        throw new Error('not stored');
      });
      await expect(failed).rejects.toThrow('not stored');
      expect(await take(now)).toBeUndefined();
    });

    test('takers of two processes never take the same one, and none is left over', async () => {
      const subjects = Array.from({ length: 12 }, (_, i) => `envelope-${i}`);
      for (const subject of subjects) await ask(subject);
      const stores = [database().store, await database().another()];
      const taken: string[] = [];
      // Whoever loses against another taker looks again: at least one of a round wins.
      for (let round = 0; round < subjects.length && taken.length < subjects.length; round++) {
        const round2 = await Promise.all([0, 1, 0, 1].map((n) => takeJob(stores[n]!.db, now, LEASE)));
        taken.push(...round2.flatMap((job) => job?.subject ?? []));
      }
      expect(taken.toSorted()).toEqual(subjects.toSorted());
      expect(await take(now)).toBeUndefined();
    });

    test('a taken job is left alone until its lease is over, and then comes up again with its tries counted', async () => {
      await ask('envelope-1');
      expect(await take(now)).toMatchObject({ subject: 'envelope-1', practice: practice.id, attempts: 1 });
      expect(await take(later(LEASE - 1))).toBeUndefined();
      expect(await take(later(LEASE))).toMatchObject({ subject: 'envelope-1', attempts: 2 });
    });

    test('a job is not taken before its time, and the one due longest comes first', async () => {
      await ask('second', later(20));
      await ask('first', later(10));
      expect(await take(later(9))).toBeUndefined();
      expect(await take(later(30))).toMatchObject({ subject: 'first' });
      expect(await take(later(30))).toMatchObject({ subject: 'second' });
    });

    test('a job that was put off keeps why, and comes up again then', async () => {
      await ask('envelope-1');
      const job = await take(now);
      await putOffJob(database().store.db, job?.id ?? '', later(5_000).toISOString(), 'the printer is on fire');
      expect(await database().store.db.selectFrom('job').select('last_error').execute()).toEqual([
        { last_error: 'the printer is on fire' },
      ]);
      expect(await take(later(4_999))).toBeUndefined();
      expect(await take(later(5_000))).toMatchObject({ attempts: 2 });
    });

    test('a finished job never comes up again, even when its work is asked for once more', async () => {
      await ask('envelope-1');
      const job = await take(now);
      await finishJob(database().store.db, job?.id ?? '', at);
      await ask('envelope-1');
      expect(await take(later(10 * LEASE))).toBeUndefined();
    });

    function ask(subject: string, due = now): Promise<void> {
      return addJob(practice.scope, { kind: 'signed-document', subject, at: due.toISOString() });
    }

    function take(when: Date): Promise<Job | undefined> {
      return takeJob(database().store.db, when, LEASE);
    }
  });
}
