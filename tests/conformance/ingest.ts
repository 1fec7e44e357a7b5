import { beforeEach, describe, expect, test } from 'vitest';
import { ingest } from '../../server/ingest/ingest.ts';
import { firstBrokenEntry } from '../../server/store/ledger.ts';
import {
  aConsent,
  anInvited,
  aPractice,
  aTablet,
  sealed,
  type Invited,
  type TestPractice,
  type TestTablet,
} from '../harness/builders.ts';
import { aClock, depsFor, errorsIn, type TestDeps } from '../harness/deps.ts';
import { allRows } from '../harness/rows.ts';
import { aDatabaseEach, type MakeDatabase } from './database.ts';

export function describeIngest(make: MakeDatabase): void {
  describe('taking envelopes in', () => {
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

    test('invariant 3: one envelope many times at once, and again later, is one row and one receipt', async () => {
      const envelope = await sealed(tablet, aConsent(tablet, margaret));
      const first = await Promise.all(Array.from({ length: 12 }, () => ingest(deps, tablet.device, envelope)));
      const rows = await allRows(database().store);
      const again = await Promise.all(Array.from({ length: 4 }, () => ingest(deps, tablet.device, envelope)));
      expect(new Set([...first, ...again].map((result) => JSON.stringify(result))).size).toBe(1);
      expect(first[0]).toMatchObject({ status: 'stored', enrolled: true });
      expect(await allRows(database().store)).toEqual(rows);
      for (const table of ['envelope', 'ledger', 'consent', 'account', 'job'] as const)
        expect(rows[table], table).toHaveLength(1);
      expect(rows['envelope_conflict']).toEqual([]);
    });

    test('invariant 3: different envelopes of one id at once: one is kept with a receipt, each other as a conflict', async () => {
      const evidence = aConsent(tablet, margaret);
      const envelopes = await Promise.all(Array.from({ length: 5 }, () => sealed(tablet, evidence)));
      const results = await Promise.all(envelopes.map((one) => ingest(deps, tablet.device, one)));
      expect(results.filter((result) => result.status === 'stored')).toHaveLength(1);
      const refused = results.filter((result) => result.status === 'refused');
      expect(refused.map((result) => result.code)).toEqual(Array(4).fill('envelope-conflict'));
      const rows = await allRows(database().store);
      expect(rows['envelope']).toHaveLength(1);
      expect(rows['envelope_conflict']).toHaveLength(4);
    });

    test('invariant 9: twenty consents of one patient at once make one account, and all twenty are kept', async () => {
      const tablets = [tablet, await aTablet(practice, 'Room 2'), await aTablet(practice, 'Room 3')];
      const work = Array.from({ length: 20 }, async (_, i) => {
        const by = tablets[i % 3] ?? tablet;
        return ingest(deps, by.device, await sealed(by, aConsent(by, margaret)));
      });
      expect((await Promise.all(work)).map((result) => result.status)).toEqual(Array(20).fill('stored'));
      const rows = await allRows(database().store);
      expect(rows['account']).toHaveLength(1);
      expect(rows['envelope']).toHaveLength(20);
      expect(rows['consent']).toHaveLength(20);
      expect(rows['envelope_conflict']?.map((row) => row['kind'])).toEqual(Array(19).fill('signed-twice'));
      expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
      expect(errorsIn(deps)).toEqual([]);
    });

    test('many tablets hand in many patients at once, and nobody waits for ever or gets lost', async () => {
      const everybody = await Promise.all(
        Array.from({ length: 15 }, (_, i) => anInvited(practice, { name: { first: 'Patient', last: `Number ${i}` } })),
      );
      const tablets = await Promise.all([1, 2, 3].map((n) => aTablet(practice, `Room ${n}`)));
      const results = await Promise.all(
        everybody.map(async (invited, i) => {
          const by = tablets[i % 3] ?? tablet;
          return ingest(deps, by.device, await sealed(by, aConsent(by, invited)));
        }),
      );
      expect(results.every((result) => result.status === 'stored' && result.enrolled)).toBe(true);
      expect((await allRows(database().store))['account']).toHaveLength(15);
      expect(await firstBrokenEntry(practice.scope)).toBeUndefined();
    });
  });
}
