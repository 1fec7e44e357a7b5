import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { cancelInvitation, editInvitation } from '../../server/changeInvitation.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { inviteHousehold } from '../../server/inviteHousehold.ts';
import { noteHolding } from '../../server/noteHolding.ts';
import { Refusal } from '../../server/refusal.ts';
import { lockPractice } from '../../server/store/changes.ts';
import { findInvitation } from '../../server/store/invitations.ts';
import { inTransaction, scopeOf } from '../../server/store/scope.ts';
import {
  aConsent,
  anInvitation,
  anInvited,
  aPatient,
  aPractice,
  aTablet,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, depsFor, type TestDeps } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

/** Several desks and tablets on one invitation at the same moment. */
export function describeDesks(make: MakeDatabase): void {
  describe('desks and tablets at the same moment', () => {
    const database = aDatabaseEach(make);
    let deps: TestDeps;
    let practice: TestPractice;
    let tablet: TestTablet;
    let margaret: Invited;

    beforeEach(async () => {
      deps = depsFor(database().store, aClock());
      practice = await aPractice(database().store);
      tablet = await aTablet(practice);
      margaret = await anInvited(practice);
    });

    test('what one desk saved is never overwritten by another that had not seen it', async () => {
      const { contact, method } = anInvitation(practice);
      const version = (await record()).change_seq;
      const save = (note: string) => () =>
        outcome(
          editInvitation(deps, practice.scope, practice.staff, margaret.id, {
            version,
            patient: aPatient(practice),
            method,
            contact,
            note,
          }),
        );
      const notes = ['first', 'second', 'third'];
      const saved = await atOnce(notes.map(save));
      expect(saved.toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'done']);
      expect((await record()).note).toBe(notes[saved.indexOf('done')]);
    });

    test('invariant 8: a signature that comes in while a desk cancels is never cancelled away', async () => {
      const [handedIn, cancelled] = await atOnce([await handIn(), cancel((await record()).change_seq)]);
      expect(handedIn).toBe('stored');
      const rows = await allRows(database().store);
      const became = {
        cancelled,
        state: (await record()).state,
        accounts: rows['account']?.length,
        beforeStaff: rows['envelope_conflict']?.length,
      };
      // Either may get the practice first; each has to see what the other did.
      const signedFirst = { cancelled: 'changed-meanwhile', state: 'enrolled', accounts: 1, beforeStaff: 0 };
      const cancelledFirst = { cancelled: 'done', state: 'cancelled', accounts: 0, beforeStaff: 1 };
      expect([signedFirst, cancelledFirst]).toContainEqual(became);
    });

    test('an answer that comes in while a tablet says who holds it stays the answer', async () => {
      await atOnce([await handIn(), () => outcome(noteHolding(deps, practice.scope, tablet.device, margaret.id))]);
      expect((await record()).state).toBe('enrolled');
    });

    test('households with people of one name, entered at the same moment, are all added, with a username each', async () => {
      const enter = () =>
        inviteHousehold(deps, practice.scope, practice.staff, {
          id: newId(),
          members: ['Ana', 'Eva'].map((first) => ({
            invitation: newId(),
            patientId: newId(),
            patient: aPatient(practice, { name: { first, last: 'Ruiz' } }),
            method: 'tablet' as const,
            relationship: first === 'Ana' ? null : 'sister',
          })),
          caregivers: [],
          contact: anInvitation(practice).contact,
          note: '',
        });
      const entered = await atOnce([enter, enter, enter]);
      const usernames = entered.flatMap(({ answer }) => answer.members.map((member) => member.username));
      expect(new Set(usernames).size).toBe(6);
    });

    /**
     * Begins all while somebody else holds the practice, so that each has read what it reads before the first of them
     * writes. SQLite has one writer: there, one goes after the other anyway.
     */
    async function atOnce<T>(works: (() => Promise<T>)[]): Promise<T[]> {
      const answers: T[] = [];
      if (database().store.dialect === 'sqlite') {
        for (const work of works) answers.push(await work());
        return answers;
      }
      const holding = await database().another();
      const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const holder = inTransaction(scopeOf(holding, practice.id), async (within) => {
        await lockPractice(within);
        held.resolve();
        await letGo.promise;
      });
      await held.promise;
      const begun: Promise<T>[] = [];
      for (const work of works) {
        begun.push(work());
        await untilWaiting(begun.length);
      }
      letGo.resolve();
      await holder;
      return Promise.all(begun);
    }

    async function untilWaiting(count: number): Promise<void> {
      const watching = await database().another();
      for (;;) {
        const waiting = await sql<{ n: string }>`select count(*) as n from pg_locks where not granted`.execute(
          watching.db,
        );
        if (Number(waiting.rows[0]?.n) >= count) return;
      }
    }

    async function handIn(): Promise<() => Promise<string>> {
      const envelope = await sealed(tablet, aConsent(tablet, margaret));
      return async () => (await ingest(deps, tablet.device, envelope)).status;
    }

    function cancel(version: number): () => Promise<string> {
      const wanted = { version, reason: 'a mistake' };
      return () => outcome(cancelInvitation(deps, practice.scope, practice.staff, margaret.id, wanted));
    }

    async function record() {
      const found = await findInvitation(practice.scope, margaret.id);
      if (!found) throw new Error('the invitation is gone');
      return found;
    }
  });
}

async function outcome(work: Promise<void>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
