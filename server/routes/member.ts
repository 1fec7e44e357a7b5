import type { Context } from 'hono';
import { Hono } from 'hono';
import * as v from 'valibot';
import { memberLanguageRequest, memberPasswordRequest, stopRequest } from '../../src/contract/memberApi.ts';
import { id } from '../../src/contract/shapes.ts';
import { fullName } from '../../src/domain/people.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { openDocument } from '../documents/keep.ts';
import { hashPassword, passwordMatches } from '../keys/passwords.ts';
import type { Limits } from '../limits.ts';
import { homeOf, ownDocument } from '../members/home.ts';
import { holderOf } from '../members/holder.ts';
import { printReceipt, printStop } from '../members/papers.ts';
import { stopService } from '../members/stop.ts';
import { pdf } from '../pdfAnswer.ts';
import { Refusal } from '../refusal.ts';
import { findAccess, setMemberLanguage, setMemberPassword, type AccessRow } from '../store/access.ts';
import { consentsOf } from '../store/agreements.ts';
import { endMemberSessionsOf } from '../store/memberSessions.ts';
import { scopeOf, type Scope } from '../store/scope.ts';
import { memberTokenHashOf } from './memberSession.ts';

/** What a member sees and does once signed in. Every door is asked for what is the member's own, and opens nothing else. */
export function memberRoutes(deps: Deps, limits: Limits) {
  const scopeFor = (access: AccessRow): Scope => scopeOf(deps.store, access.practice_id);

  async function own(access: AccessRow, wanted: string) {
    const scope = scopeFor(access);
    const holder = await holderOf(scope, access);
    const consents = v.is(id, wanted) ? await consentsOf(scope, holder.patient) : [];
    if (!consents.some((one) => one.invitation_id === wanted)) throw new Refusal('not-found');
    return { scope, holder, invitation: wanted, language: access.language ?? holder.language };
  }
  async function present(c: Context<Env>) {
    const access = await findAccess(scopeFor(c.var.access), c.var.access.id);
    if (!access) throw new Refusal('not-logged-in');
    return c.json(await homeOf(deps, access));
  }

  return new Hono<Env>()
    .get('/session', (c) => present(c))
    .get('/documents/:id', async (c) => {
      const { access } = c.var;
      const scope = scopeFor(access);
      const wanted = c.req.param('id');
      const { patient } = await holderOf(scope, access);
      const row = v.is(id, wanted) ? await ownDocument(scope, patient, wanted) : undefined;
      if (!row) throw new Refusal('not-found');
      const { dataKey } = await deps.keyring.keysOf(scope.practice);
      return pdf(c, openDocument(dataKey, row), row.kind, 'attachment');
    })
    .get('/invitations/:id/receipt-slip', async (c) => {
      const { scope, ...wanted } = await own(c.var.access, c.req.param('id'));
      return pdf(c, await printReceipt(deps, scope, wanted), 'receipt', 'attachment');
    })
    .get('/invitations/:id/stop-letter', async (c) => {
      const { scope, ...wanted } = await own(c.var.access, c.req.param('id'));
      return pdf(c, await printStop(deps, scope, wanted), 'stop', 'attachment');
    })
    .post('/stop', body(stopRequest), async (c) => {
      const { invitation, effectiveOn, reason } = c.req.valid('json');
      const { scope, holder } = await own(c.var.access, invitation);
      await stopService(deps, scope, {
        invitation,
        effectiveOn,
        reason: reason.trim(),
        by: holder.actsFor ? 'representative' : 'member',
        byName: fullName(holder.name),
        staff: null,
        alsoTo: holder.actsFor ? holder.email : null,
      });
      return present(c);
    })
    .put('/language', body(memberLanguageRequest), async (c) => {
      await setMemberLanguage(scopeFor(c.var.access), c.var.access.id, c.req.valid('json').language);
      return present(c);
    })
    .put('/password', body(memberPasswordRequest), async (c) => {
      const { access } = c.var;
      const { present: now, password } = c.req.valid('json');
      await limits.ownPassword.count(access.id);
      if (!(await passwordMatches(access.password_hash ?? '', now))) throw new Refusal('wrong-password');
      await limits.ownPassword.forget(access.id);
      const scope = scopeFor(access);
      await setMemberPassword(scope, access.id, await hashPassword(password), deps.now().toISOString());
      await endMemberSessionsOf(scope, access.id, memberTokenHashOf(c));
      return c.body(null, 204);
    });
}
