import { Hono } from 'hono';
import { duplicatesRequest, newHouseholdSchema, usernamesRequest } from '../../src/contract/householdApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { inviteHousehold } from '../inviteHousehold.ts';
import { likelyDuplicates } from '../store/duplicates.ts';
import { freeUsername } from '../store/patients.ts';
import { scopeOf } from '../store/scope.ts';

/** Adding members: what is asked before, and the adding itself. */
export function householdRoutes(deps: Deps) {
  return new Hono<Env>()
    .post('/households', allowed('invite'), body(newHouseholdSchema), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const { answer, isNew } = await inviteHousehold(deps, scope, c.var.staff, c.req.valid('json'));
      return c.json(answer, isNew ? 201 : 200);
    })
    .post('/usernames', allowed('invite'), body(usernamesRequest), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const usernames: string[] = [];
      for (const name of c.req.valid('json').names) usernames.push(await freeUsername(scope, name, usernames));
      return c.json({ usernames });
    })
    .post('/duplicates', allowed('invite'), body(duplicatesRequest), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const { people } = c.req.valid('json');
      const found = await Promise.all(
        people.map(async ({ key, ...person }) =>
          (await likelyDuplicates(scope, person)).map((one) => ({ key, ...one })),
        ),
      );
      return c.json({ duplicates: found.flat() });
    });
}
