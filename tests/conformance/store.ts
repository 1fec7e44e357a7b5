import { describe } from 'vitest';
import type { MakeDatabase } from './database.ts';
import { describeDesks } from './desks.ts';
import { describeFeed } from './feed.ts';
import { describeIngest } from './ingest.ts';
import { describeJobs } from './jobs.ts';
import { describeLedger } from './ledger.ts';
import { describeMigrations } from './migrations.ts';
import { describePairings } from './pairings.ts';
import { describePeople } from './people.ts';
import { describeScoping } from './scoping.ts';

/** What the store promises, whichever database it stands on. */
export function describeStore(name: string, make: MakeDatabase): void {
  describe(`the store on ${name}`, () => {
    describeScoping(make);
    describeIngest(make);
    describeFeed(make);
    describeLedger(make);
    describeJobs(make);
    describePairings(make);
    describePeople(make);
    describeDesks(make);
    describeMigrations(make);
  });
}
