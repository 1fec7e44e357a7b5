import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { Hono } from 'hono';
import { passkeyRequest } from '../../src/contract/memberApi.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { homeOf } from '../members/home.ts';
import { keepPasskey, passkeyToMake } from '../members/passkeys.ts';
import { Refusal } from '../refusal.ts';
import { removePasskey } from '../store/passkeys.ts';
import { scopeOf } from '../store/scope.ts';
import type { PasskeysGiven } from './memberSession.ts';

/** A member's own passkeys, behind the sign-in. */
export function passkeyRoutes(deps: Deps, { challenges, originOf }: PasskeysGiven) {
  return new Hono<Env>()
    .post('/passkeys/options', async (c) =>
      c.json(await passkeyToMake(deps, { origin: originOf(c.req.url), challenges }, c.var.access)),
    )
    .post('/passkeys', body(passkeyRequest), async (c) => {
      // Its shape is the library's to check: it refuses what it can't read.
      const response = c.req.valid('json').response as unknown as RegistrationResponseJSON;
      await keepPasskey(deps, { origin: originOf(c.req.url), challenges }, c.var.access, response);
      return c.json(await homeOf(deps, c.var.access));
    })
    .post('/passkeys/:id/remove', async (c) => {
      const scope = scopeOf(deps.store, c.var.access.practice_id);
      if (!(await removePasskey(scope, c.var.access.id, c.req.param('id')))) throw new Refusal('not-found');
      return c.json(await homeOf(deps, c.var.access));
    });
}
