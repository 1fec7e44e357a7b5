import { Hono } from 'hono';
import * as v from 'valibot';
import type { UnsentMails } from '../../src/contract/invitationsApi.ts';
import { id } from '../../src/contract/shapes.ts';
import { allowed } from '../allowed.ts';
import type { Deps, Env } from '../deps.ts';
import { openBox } from '../keys/box.ts';
import type { Composed } from '../mail/compose.ts';
import { Refusal } from '../refusal.ts';
import { findMail, retryKept, unsentMails } from '../store/mails.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';

const MOST = 200;

/** Mails that did not leave: the administrator sees them, reads one that was kept, and has them sent. */
export function mailRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const list = async (scope: Scope): Promise<UnsentMails> => ({
    sends: deps.mail.sends,
    address: deps.address(),
    mails: (await unsentMails(scope, MOST)).map(({ invitation_id, created_at, ...row }) => ({
      ...row,
      invitation: invitation_id,
      at: created_at,
    })),
  });
  return new Hono<Env>()
    .get('/mails', allowed('administer'), async (c) => c.json(await list(scopeFor(c))))
    .get('/mails/:id', allowed('administer'), async (c) => {
      const wanted = c.req.param('id');
      const scope = scopeFor(c);
      const mail = v.is(id, wanted) ? await findMail(scope, wanted) : undefined;
      if (!mail?.content) throw new Refusal('not-found');
      const { dataKey } = await deps.keyring.keysOf(scope.practice);
      const label = `mail:${scope.practice}:${mail.id}`;
      const { subject, text } = JSON.parse(openBox(dataKey, mail.content, label).toString()) as Composed;
      return c.json({ recipient: mail.recipient, subject, text });
    })
    .post('/mails/send', allowed('administer'), async (c) => {
      await inTransaction(scopeFor(c), (within) => retryKept(within, deps.now().toISOString()));
      deps.jobs.wake();
      return c.json(await list(scopeFor(c)));
    });
}
