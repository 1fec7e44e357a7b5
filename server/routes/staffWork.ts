import { Hono } from 'hono';
import * as v from 'valibot';
import { allowed } from '../allowed.ts';
import { query } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { tell } from '../store/events.ts';
import { scopeOf, type Scope } from '../store/scope.ts';
import { claimWork, finishWork, listWork, releaseWork, reopenWork } from '../store/work.ts';

const workQuery = v.object({ show: v.optional(v.picklist(['open', 'done']), 'open') });

/** The Health Assistant's list: take one, call, done. */
export function workRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const steps = {
    claim: { run: claimWork, otherwise: 'claimed-already' },
    release: { run: (scope: Scope, id: string) => releaseWork(scope, id), otherwise: 'not-found' },
    done: { run: finishWork, otherwise: 'not-found' },
    reopen: { run: (scope: Scope, id: string) => reopenWork(scope, id), otherwise: 'not-found' },
  } as const;
  return new Hono<Env>()
    .use('/worklist/*', allowed('work-list'))
    .get('/worklist', allowed('work-list'), query(workQuery), async (c) =>
      c.json({ items: await listWork(scopeFor(c), c.req.valid('query').show) }),
    )
    .post('/worklist/:invitation/:step{claim|release|done|reopen}', async (c) => {
      const { invitation, step } = c.req.param();
      const { run, otherwise } = steps[step as keyof typeof steps];
      const at = deps.now().toISOString();
      if (!(await run(scopeFor(c), invitation, c.var.staff.id, at))) throw new Refusal(otherwise);
      await tell(scopeFor(c), { invitation, kind: `work-${step}`, at, who: c.var.staff.name });
      deps.nudges.nudge(c.var.staff.practice_id);
      return c.json({ items: await listWork(scopeFor(c), 'open') });
    });
}
