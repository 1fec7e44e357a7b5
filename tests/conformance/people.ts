import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { inviteHousehold } from '../../server/inviteHousehold.ts';
import { accountOf, ensureAccount } from '../../server/store/accounts.ts';
import { lockPractice } from '../../server/store/changes.ts';
import { storyOf, tell } from '../../server/store/events.ts';
import { findWithPeople } from '../../server/store/invitations.ts';
import { freeUsername, getPatient } from '../../server/store/patients.ts';
import { inTransaction } from '../../server/store/scope.ts';
import { aHouseholdOf, anInvitation, anInvited, aPractice, at, type TestPractice } from '../harness/builders.ts';
import { aClock, depsFor } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

const margaret = { first: 'Margaret', last: 'Whitfield' };

export function describePeople(make: MakeDatabase): void {
  describe('people', () => {
    const database = aDatabaseEach(make);
    let practice: TestPractice;

    beforeEach(async () => {
      practice = await aPractice(database().store);
    });

    test('invariant 9: a patient has one account, also when many make it at the same time', async () => {
      const { patient } = await anInvited(practice);
      const made = await Promise.all(
        Array.from({ length: 20 }, () =>
          inTransaction(practice.scope, async (within) => {
            await lockPractice(within); // as ingest does
            return ensureAccount(within, patient, at);
          }),
        ),
      );
      expect(made.filter((one) => one.isNew)).toHaveLength(1);
      expect(new Set(made.map((one) => one.account.handle)).size).toBe(1);
      expect(await database().store.db.selectFrom('account').select('patient_id').execute()).toEqual([
        { patient_id: patient },
      ]);
    });

    test('invariant 9: the database itself refuses a second account of a patient', async () => {
      const { patient } = await anInvited(practice);
      await ensureAccount(practice.scope, patient, at);
      const row = await database().store.db.selectFrom('account').selectAll().executeTakeFirstOrThrow();
      const second = database()
        .store.db.insertInto('account')
        .values({ ...row, id: newId(), handle: 'another' });
      await expect(second.execute()).rejects.toThrow();
    });

    test('an account is called by the e-mail; in a household that shares one, by the username from the second on', async () => {
      const first = await anInvited(practice, { email: 'Whitfields@Example.test' });
      const second = await anInvited(practice, {
        email: 'whitfields@example.test',
        name: { ...margaret, first: 'Tom' },
      });
      await ensureAccount(practice.scope, first.patient, at);
      await ensureAccount(practice.scope, second.patient, at);
      expect(await accountOf(practice.scope, first.patient)).toMatchObject({ handle: 'whitfields@example.test' });
      expect(await accountOf(practice.scope, second.patient)).toMatchObject({ handle: 'tom.whitfield' });
      expect(await getPatient(practice.scope, second.patient)).toMatchObject({ username: 'tom.whitfield' });
    });

    test('an e-mail that has an account in another practice is as good as any', async () => {
      const email = 'whitfields@example.test';
      const elsewhere = await aPractice(database().store);
      for (const where of [elsewhere, practice]) {
        const { patient } = await anInvited(where, { email });
        expect(await ensureAccount(where.scope, patient, at)).toMatchObject({ account: { handle: email } });
      }
    });

    test('an account without e-mail is called by the username that staff were shown', async () => {
      const { patient } = await anInvited(practice, { username: 'peggy.w' });
      expect(await ensureAccount(practice.scope, patient, at)).toMatchObject({ account: { handle: 'peggy.w' } });
    });

    test('a username is the first that neither a patient nor an account of the practice has', async () => {
      expect(await freeUsername(practice.scope, margaret)).toBe('margaret.whitfield');
      await anInvited(practice, { username: 'margaret.whitfield' });
      expect(await freeUsername(practice.scope, margaret)).toBe('margaret.whitfield.2');
      const second = await anInvited(practice);
      await ensureAccount(practice.scope, second.patient, at);
      expect(await freeUsername(practice.scope, margaret)).toBe('margaret.whitfield.3');
      // An account keeps its name, whatever becomes of the patient's.
      await database().store.db.updateTable('patient').set({ username: null }).execute();
      await anInvited(practice, { username: 'margaret.whitfield' });
      expect(await freeUsername(practice.scope, margaret)).toBe('margaret.whitfield.3');
    });

    test('the database itself refuses one username for two patients of a practice, and allows it in two practices', async () => {
      await anInvited(practice, { username: 'margaret.whitfield' });
      await expect(anInvited(practice, { username: 'margaret.whitfield' })).rejects.toThrow();
      await anInvited(await aPractice(database().store), { username: 'margaret.whitfield' });
    });

    test('people of one name who are invited at the same moment get a username each', async () => {
      const deps = depsFor(database().store, aClock());
      const invitations = Array.from({ length: 8 }, () => anInvitation(practice));
      await Promise.all(
        invitations.map((one) => inviteHousehold(deps, practice.scope, practice.staff, aHouseholdOf(one))),
      );
      const found = await Promise.all(invitations.map((one) => findWithPeople(practice.scope, one.id)));
      expect(new Set(found.map((row) => row?.username)).size).toBe(8);
    });

    test('an invitation sent many times at the same moment is made once', async () => {
      const deps = depsFor(database().store, aClock());
      const invitation = anInvitation(practice);
      const household = aHouseholdOf(invitation);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => inviteHousehold(deps, practice.scope, practice.staff, household)),
      );
      expect(answers.filter((one) => one.isNew)).toHaveLength(1);
      const { patient, event } = await allRows(database().store);
      expect([patient?.length, event?.length]).toEqual([1, 1]);
    });

    test('names and notes come back letter by letter, whatever they are', async () => {
      const names = [
        { first: '', last: 'שרה כהן' },
        { first: 'Siobhán', last: "O'Malley-D’Angelo" },
        { first: "Robert'); drop table invitation;--", last: '<b>Tables</b>', suffix: 'Jr.', preferred: '王' },
      ];
      const note = 'Two lines,\n\tone of them indented. %_ \\ " 😀';
      for (const name of names) {
        const invitation = anInvitation(practice, { name }, { note });
        const deps = depsFor(database().store, aClock());
        await inviteHousehold(deps, practice.scope, practice.staff, aHouseholdOf(invitation));
        const row = await findWithPeople(practice.scope, invitation.id);
        expect(row).toMatchObject({ ...name, note });
      }
    });

    test('lines of a story that were told in one moment stay in the order they were told in', async () => {
      const { id } = await anInvited(practice);
      const kinds = Array.from({ length: 30 }, (_, i) => `kind-${i}`);
      const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.parse(at));
      for (const kind of kinds) await tell(practice.scope, { invitation: id, kind, at });
      clock.mockRestore();
      expect((await storyOf(practice.scope, id)).map((line) => line.kind)).toEqual(kinds);
    });
  });
}
