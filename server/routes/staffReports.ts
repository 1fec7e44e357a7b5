import { Hono } from 'hono';
import * as v from 'valibot';
import { isoDate } from '../../src/contract/shapes.ts';
import { allowed } from '../allowed.ts';
import { query } from '../body.ts';
import { csv } from '../csv.ts';
import type { Deps, Env } from '../deps.ts';
import { declineRows, invitationRows, makeReport, weekRows } from '../reports.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

const span = v.pipe(
  v.object({ from: isoDate, to: isoDate, language: v.optional(v.picklist(['en', 'es']), 'en') }),
  v.check(({ from, to }) => from <= to, 'ends before it begins'),
);

const tables = { weeks: weekRows, declines: declineRows, invitations: invitationRows };

/** What became of invitations: for the screen, and as CSV for a spreadsheet. */
export function reportRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  return new Hono<Env>()
    .use('/reports', allowed('see-reports'))
    .use('/reports/*', allowed('see-reports'))
    .get('/reports', query(span), async (c) => {
      const { from, to, language } = c.req.valid('query');
      return c.json(await makeReport(scopeFor(c), { from, to, language }));
    })
    .get('/reports/:table{.+\\.csv}', query(span), async (c) => {
      const name = c.req.param('table').replace(/\.csv$/, '');
      if (!Object.hasOwn(tables, name)) throw new Refusal('not-found');
      const { from, to, language } = c.req.valid('query');
      const rows = await tables[name as keyof typeof tables](scopeFor(c), { from, to, language });
      return c.body(csv(rows), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}-${from}-to-${to}.csv"`,
      });
    });
}
