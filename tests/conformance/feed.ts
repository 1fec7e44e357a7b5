import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { addInvitation, changedSince, moveInvitation, touchInvitation } from '../../server/store/invitations.ts';
import { addPatient } from '../../server/store/patients.ts';
import { inTransaction, scopeOf, type Scope } from '../../server/store/scope.ts';
import { anInvitation, anInvited, aPatient, aPractice, at, besides, type TestPractice } from '../harness/builders.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

export function describeFeed(make: MakeDatabase): void {
  describe('the change feed', () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;

    beforeEach(async () => {
      practice = await aPractice(database().store);
    });

    test('gives each change a place above all before, and one invitation only its last', async () => {
      const first = await anInvited(practice);
      const second = await anInvited(practice);
      await touchInvitation(practice.scope, first.id);
      await moveInvitation(practice.scope, { id: second.id, state: 'waiting' }, 'cancel');
      const changed = await changedSince(practice.scope, 0, 10);
      expect(changed.map(({ id, seq, state }) => ({ id, seq, state }))).toEqual([
        { id: first.id, seq: 3, state: 'waiting' },
        { id: second.id, seq: 4, state: 'cancelled' },
      ]);
    });

    test('goes on after the last place that was read, as many as asked for', async () => {
      const invited = [await anInvited(practice), await anInvited(practice), await anInvited(practice)];
      const page = await changedSince(practice.scope, 0, 2);
      const rest = await changedSince(practice.scope, page.at(-1)?.seq ?? 0, 2);
      expect([...page, ...rest].map((row) => row.id)).toEqual(invited.map((one) => one.id));
      expect(await changedSince(practice.scope, rest.at(-1)?.seq ?? 0, 2)).toEqual([]);
    });

    test('an event that the state machine rejects is no change', async () => {
      const one = await anInvited(practice);
      expect(await moveInvitation(practice.scope, { id: one.id, state: 'enrolled' }, 'cancel')).toMatchObject({
        ok: false,
      });
      expect(await changedSince(practice.scope, 1, 10)).toEqual([]);
    });

    test('a reader that follows it misses nobody, while many write at the same time', async () => {
      const reading = scopeOf(await database().another(), practice.id);
      const patient = await aPatientRow(practice);
      const ids = Array.from({ length: 60 }, () => newId());
      let writing = true;
      const written = Promise.all(ids.map((id) => add(practice, patient, id))).finally(() => (writing = false));

      const seen: string[] = [];
      let next = 0;
      for (let last = false; !last;) {
        last = !writing;
        const news = await changedSince(reading, next, 7);
        if (news.length > 0) last = false;
        for (const row of news) {
          expect(row.seq).toBeGreaterThan(next);
          next = row.seq;
          seen.push(row.id);
        }
      }
      await written;
      expect(seen.toSorted()).toEqual(ids.toSorted());
    });

    test('a place is not shown before a lower one that is still being written', async () => {
      const reading = scopeOf(await database().another(), practice.id);
      const patient = await aPatientRow(practice);
      const [slow, quick] = [newId(), newId()];
      const slowHasItsPlace = Promise.withResolvers<void>();
      const letSlowGo = Promise.withResolvers<void>();
      const slowly = add(practice, patient, slow, async () => {
        slowHasItsPlace.resolve();
        await letSlowGo.promise;
      });
      await Promise.race([slowHasItsPlace.promise, slowly]);
      const quickly = add(practice, patient, quick);
      // Far more looks than a write takes: a store that let the second pass would show it here.
      for (let look = 0; look < 200; look++) expect(await changedSince(reading, 0, 10)).toEqual([]);
      letSlowGo.resolve();
      await Promise.all([slowly, quickly]);
      expect((await changedSince(reading, 0, 10)).map((row) => row.id)).toEqual([slow, quick]);
    });
  });
}

async function aPatientRow(practice: TestPractice): Promise<string> {
  const id = newId();
  await addPatient(practice.scope, aPatient(practice), { id, household: newId(), username: null, at });
  return id;
}

function add(
  practice: TestPractice,
  patient: string,
  id: string,
  meanwhile: (scope: Scope) => Promise<void> = async () => undefined,
): Promise<void> {
  return inTransaction(practice.scope, async (within) => {
    await addInvitation(within, anInvitation(practice, {}, { id }), besides(practice, patient));
    await meanwhile(within);
  });
}
