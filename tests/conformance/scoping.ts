import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { aPractice, type TestPractice } from '../harness/builders.ts';
import { allRows, tableNames } from '../harness/rows.ts';
import type { MakeDatabase, TestDatabase } from './database.ts';
import { fullPractice, type FullPractice } from './fullPractice.ts';
import { forAllPractices, scoped as scopedFirst } from './scoped.ts';
import { scopedCertificates } from './scopedCertificates.ts';
import { scopedDesk } from './scopedDesk.ts';
import { scopedForms } from './scopedForms.ts';
import { scopedMail } from './scopedMail.ts';
import { scopedMembers } from './scopedMembers.ts';
import { scopedRecords } from './scopedRecords.ts';
import { scopedScans } from './scopedScans.ts';

const scoped = {
  ...scopedFirst,
  ...scopedDesk,
  ...scopedMail,
  ...scopedRecords,
  ...scopedMembers,
  ...scopedForms,
  ...scopedCertificates,
  ...scopedScans,
};

export function describeScoping(make: MakeDatabase): void {
  describe('every row belongs to a practice, and every query is scoped by it', () => {
    let database: TestDatabase;
    let ours: FullPractice;
    let other: TestPractice;
    let before: Awaited<ReturnType<typeof allRows>>;
    let seen: Record<string, unknown>;

    beforeAll(async () => {
      database = await make();
      await migrate(database.store);
      ours = await fullPractice(database.store);
      other = await aPractice(database.store, { name: 'The Other Practice' });
      before = await allRows(database.store, ours.practice.id);
      seen = await seenByOurselves();
    });
    afterAll(() => database.drop());

    test('every table names the practice of its rows', async () => {
      const tables = await database.store.db.introspection.getTables();
      const without = tables.filter((table) => !table.columns.some((column) => column.name === 'practice_id'));
      expect(without.map((table) => table.name)).toEqual(['practice']);
    });

    test('the practice that these tests try to reach has rows in every table', async () => {
      const empty = (await tableNames(database.store)).filter((name) => before[name]?.length === 0);
      expect(empty).toEqual([]);
    });

    test('every function of the store is either tried here or named as one for all practices', () => {
      expect([...Object.keys(scoped), ...Object.keys(forAllPractices)].toSorted()).toEqual(functionsOfTheStore());
    });

    test.each(Object.entries(scoped))('%s reaches nothing of another practice', async (_name, { call, sees }) => {
      const answer = await call(other.scope, ours).catch((error: unknown) => error);
      if (sees !== undefined) expect(answer).toEqual(sees.value);
      const told = JSON.stringify(answer instanceof Error ? answer.message : answer) ?? '';
      for (const secret of secretsOf(before)) expect(told).not.toContain(secret);
      expect(await allRows(database.store, ours.practice.id)).toEqual(before);
    });

    test('what another practice wrote about what is ours is nothing that we see', async () => {
      expect(await seenByOurselves()).toEqual(seen);
    });

    async function seenByOurselves(): Promise<Record<string, unknown>> {
      const looks = Object.entries(scoped).filter(([, { sees, changes }]) => sees && !changes);
      const answers: Record<string, unknown> = {};
      for (const [name, { call }] of looks) answers[name] = await call(ours.practice.scope, ours).catch(String);
      return answers;
    }
  });
}

function functionsOfTheStore(): string[] {
  const modules = import.meta.glob<Record<string, unknown>>('../../server/store/*.ts', { eager: true });
  return Object.entries(modules)
    .flatMap(([path, module]) => {
      const file = path.split('/').at(-1)?.replace('.ts', '');
      const functions = Object.keys(module).filter((name) => typeof module[name] === 'function');
      return functions.map((name) => `${file}.${name}`);
    })
    .toSorted();
}

/** Ids, hashes and names that only the tried practice's rows have. */
function secretsOf(rows: Record<string, Record<string, unknown>[]>): string[] {
  const texts = Object.values(rows).flatMap((table) => table.flatMap((row) => Object.values(row)));
  const ids = texts.filter((text) => typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text));
  return [...new Set(ids as string[]), 'Xanadu'];
}
