import { Hono } from 'hono';
import * as v from 'valibot';
import { activationFor, staffStopRequest } from '../../src/contract/memberApi.ts';
import { id } from '../../src/contract/shapes.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { detailOf } from '../invitationDetail.ts';
import { accessFor } from '../members/accesses.ts';
import { mailActivation } from '../members/activationMail.ts';
import { holderOf } from '../members/holder.ts';
import { printReceipt, printSlip, printStop } from '../members/papers.ts';
import { stopService } from '../members/stop.ts';
import { pdf } from '../pdfAnswer.ts';
import { Refusal } from '../refusal.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { findWithPeople, touchInvitation } from '../store/invitations.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';

/** What staff do about a member's account: give a code, print a receipt, write down that somebody stops. */
export function accountRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);

  async function found(scope: Scope, invitation: string) {
    const people = v.is(id, invitation) ? await findWithPeople(scope, invitation) : undefined;
    if (!people) throw new Refusal('not-found');
    return people;
  }
  async function detail(scope: Scope, invitation: string) {
    const all = await detailOf(scope, invitation, deps.now().toISOString());
    if (!all) throw new Refusal('not-found');
    return all;
  }
  /** The way in that a code is for, made where it was not there yet. */
  const accessOf = (scope: Scope, invitation: string, holder: string) =>
    inTransaction(scope, async (within) => {
      await lockPractice(within);
      return accessFor(within, invitation, holder, deps.now().toISOString());
    });

  return new Hono<Env>()
    .post('/invitations/:id/activation-slip', allowed('invite'), body(activationFor), async (c) => {
      const scope = scopeFor(c);
      const { id: invitation } = await found(scope, c.req.param('id'));
      const access = await accessOf(scope, invitation, c.req.valid('json').holder);
      return pdf(c, await printSlip(deps, scope, { access, invitation, by: c.var.staff.name }), 'activation', 'inline');
    })
    .post('/invitations/:id/activation-mail', allowed('invite'), body(activationFor), async (c) => {
      const scope = scopeFor(c);
      const { id: invitation } = await found(scope, c.req.param('id'));
      const access = await accessOf(scope, invitation, c.req.valid('json').holder);
      const { email: recipient } = await holderOf(scope, access);
      if (recipient === null) throw new Refusal('not-by-mail');
      const at = deps.now().toISOString();
      await inTransaction(scope, async (within) => {
        await lockPractice(within);
        await mailActivation(within, { access, invitation, recipient, at });
        await tell(within, { invitation, kind: 'activation-mailed', at, who: c.var.staff.name, detail: recipient });
        await touchInvitation(within, invitation);
      });
      deps.nudges.nudge(scope.practice);
      deps.jobs.wake();
      return c.json(await detail(scope, invitation));
    })
    .post('/invitations/:id/stop', allowed('invite'), body(staffStopRequest), async (c) => {
      const scope = scopeFor(c);
      const { id: invitation } = await found(scope, c.req.param('id'));
      const { effectiveOn, reason } = c.req.valid('json');
      const { id: staff, name: byName } = c.var.staff;
      const by = { by: 'staff', byName, staff, alsoTo: null } as const;
      await stopService(deps, scope, { invitation, effectiveOn, reason, ...by });
      return c.json(await detail(scope, invitation));
    })
    .get('/invitations/:id/receipt-slip', allowed('see-invitations'), async (c) => {
      const scope = scopeFor(c);
      const { id: invitation, language } = await found(scope, c.req.param('id'));
      return pdf(c, await printReceipt(deps, scope, { invitation, language }), 'receipt', 'inline');
    })
    .get('/invitations/:id/stop-letter', allowed('see-invitations'), async (c) => {
      const scope = scopeFor(c);
      const { id: invitation, language } = await found(scope, c.req.param('id'));
      return pdf(c, await printStop(deps, scope, { invitation, language }), 'stop', 'inline');
    });
}
