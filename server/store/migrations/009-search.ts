import { sql, type Kysely } from 'kysely';
import { searchText } from '../../../src/domain/search.ts';

type Person = {
  id: string;
  first: string;
  last: string;
  suffix: string | null;
  preferred: string | null;
  birth_date: string;
  record_number: string | null;
  phone: string | null;
};

/** Dates and record numbers are found as digits alone too: what is searched is written anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const people = await sql<Person>`
    select id, first, last, suffix, preferred, birth_date, record_number, phone from patient`.execute(db);
  for (const { id, first, last, suffix, preferred, birth_date, record_number, phone } of people.rows) {
    const name = { first, last, ...(suffix ? { suffix } : {}), ...(preferred ? { preferred } : {}) };
    const search = searchText({ name, birthDate: birth_date, recordNumber: record_number, phone });
    await sql`update patient set search = ${search} where id = ${id}`.execute(db);
  }
}
