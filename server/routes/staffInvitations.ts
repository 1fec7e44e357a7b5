import { Hono } from 'hono';
import * as v from 'valibot';
import {
  againRequest,
  cancelRequest,
  caregiverRequest,
  editRequest,
  resendRequest,
  settleRefusedRequest,
  settleRequest,
} from '../../src/contract/invitationsApi.ts';
import { id } from '../../src/contract/shapes.ts';
import { INVITATION_STATES, METHODS } from '../../src/domain/invitation.ts';
import { searchWords } from '../../src/domain/search.ts';
import { allowed } from '../allowed.ts';
import { body, query } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { cancelInvitation, editInvitation, resendInvitation } from '../changeInvitation.ts';
import { recordCaregiver } from '../recordCaregiver.ts';
import { decideConflict, settleRefusal } from '../decideConflict.ts';
import { inviteAgain } from '../inviteAgain.ts';
import { detailOf } from '../invitationDetail.ts';
import { Refusal } from '../refusal.ts';
import { listInvitations } from '../store/invitations.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

const whole = (fallback: string, most: number) =>
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(most)), fallback);
/** A list in one query value: `waiting,presented`. */
const some = <T extends string>(all: readonly T[]) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').filter(Boolean)),
      v.array(v.picklist(all)),
    ),
    '',
  );
const listQuery = v.object({
  q: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  state: some(INVITATION_STATES),
  method: some(METHODS),
  limit: whole('100', 200),
  offset: whole('0', 999_999_999),
});

export function invitationRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const found = async (scope: Scope, wanted: string) => {
    const detail = v.is(id, wanted) ? await detailOf(scope, wanted, deps.now().toISOString()) : undefined;
    if (!detail) throw new Refusal('not-found');
    return detail;
  };
  return new Hono<Env>()
    .get('/invitations', allowed('see-invitations'), query(listQuery), async (c) => {
      const { q, state, method, limit, offset } = c.req.valid('query');
      return c.json(
        await listInvitations(scopeFor(c), { words: searchWords(q), states: state, methods: method, limit, offset }),
      );
    })
    .get('/invitations/:id', allowed('see-invitations'), async (c) =>
      c.json(await found(scopeFor(c), c.req.param('id'))),
    )
    .put('/invitations/:id', allowed('invite'), body(editRequest), async (c) => {
      await editInvitation(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json'));
      return c.json(await found(scopeFor(c), c.req.param('id')));
    })
    .post('/invitations/:id/resend', allowed('invite'), body(resendRequest), async (c) => {
      await resendInvitation(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json'));
      return c.json(await found(scopeFor(c), c.req.param('id')));
    })
    .put('/invitations/:id/caregivers', allowed('invite'), body(caregiverRequest), async (c) => {
      await recordCaregiver(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json'));
      return c.json(await found(scopeFor(c), c.req.param('id')));
    })
    .post('/invitations/:id/cancel', allowed('invite'), body(cancelRequest), async (c) => {
      await cancelInvitation(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json'));
      return c.json(await found(scopeFor(c), c.req.param('id')));
    })
    .post('/invitations/:id/again', allowed('invite'), body(againRequest), async (c) => {
      const { id: again } = c.req.valid('json');
      await inviteAgain(deps, scopeFor(c), c.var.staff, { invitation: c.req.param('id'), id: again });
      return c.json(await found(scopeFor(c), again), 201);
    })
    .post('/invitations/:id/refused/settle', allowed('invite'), body(settleRefusedRequest), async (c) => {
      await settleRefusal(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json').note);
      return c.json(await found(scopeFor(c), c.req.param('id')));
    })
    .post('/invitations/:id/conflicts/:conflict/settle', allowed('invite'), body(settleRequest), async (c) => {
      const { id: invitation, conflict } = c.req.param();
      await decideConflict(deps, scopeFor(c), c.var.staff, { invitation, conflict, ...c.req.valid('json') });
      return c.json(await found(scopeFor(c), invitation));
    });
}
