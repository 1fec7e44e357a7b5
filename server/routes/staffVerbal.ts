import { Hono } from 'hono';
import * as v from 'valibot';
import { id } from '../../src/contract/shapes.ts';
import { verbalRequest } from '../../src/contract/verbalApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { detailOf } from '../invitationDetail.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf } from '../store/scope.ts';
import { scriptFor, takeVerbal } from '../verbal.ts';

/** Consent by word of mouth: the script to read, and the answer. */
export function verbalRoutes(deps: Deps) {
  const wanted = (given: string): string => {
    if (!v.is(id, given)) throw new Refusal('not-found');
    return given;
  };
  return new Hono<Env>()
    .get('/invitations/:id/script', allowed('take-verbal'), async (c) =>
      c.json(await scriptFor(scopeOf(deps.store, c.var.staff.practice_id), wanted(c.req.param('id')))),
    )
    .post('/invitations/:id/verbal', allowed('take-verbal'), body(verbalRequest), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const invitation = wanted(c.req.param('id'));
      await takeVerbal(deps, scope, c.var.staff, invitation, c.req.valid('json'));
      return c.json(await detailOf(scope, invitation, deps.now().toISOString()));
    });
}
