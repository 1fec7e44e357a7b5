import { Hono } from 'hono';
import * as v from 'valibot';
import { nameSchema, newInvitationSchema } from '../../src/contract/people.ts';
import { id } from '../../src/contract/shapes.ts';
import type { InvitationDetail } from '../../src/contract/staffApi.ts';
import { body, query } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { invite } from '../invite.ts';
import { Refusal } from '../refusal.ts';
import { accountOf } from '../store/accounts.ts';
import { documentsOf } from '../store/documents.ts';
import { countConflicts } from '../store/envelopes.ts';
import { storyOf } from '../store/events.ts';
import { findWithPeople, listInvitations } from '../store/invitations.ts';
import { documentJobsPending } from '../store/jobs.ts';
import { freeUsername, nameOf } from '../store/patients.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

const whole = (fallback: string, most: number) =>
  v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.maxValue(most)), fallback);
const page = v.object({ limit: whole('100', 200), offset: whole('0', 999_999_999) });

export function invitationRoutes(deps: Deps) {
  return new Hono<Env>()
    .post('/usernames', body(v.strictObject({ name: nameSchema })), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      return c.json({ username: await freeUsername(scope, c.req.valid('json').name) });
    })
    .post('/invitations', body(newInvitationSchema), async (c) => {
      const invitation = c.req.valid('json');
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const isNew = await invite(deps, scope, c.var.staff, invitation);
      const detail = await detailOf(scope, invitation.id);
      if (!detail) throw new Refusal('duplicate-submission');
      return c.json(detail, isNew ? 201 : 200);
    })
    .get('/invitations', query(page), async (c) =>
      c.json(await listInvitations(scopeOf(deps.store, c.var.staff.practice_id), c.req.valid('query'))),
    )
    .get('/invitations/:id', async (c) => {
      const wanted = c.req.param('id');
      const detail = v.is(id, wanted)
        ? await detailOf(scopeOf(deps.store, c.var.staff.practice_id), wanted)
        : undefined;
      if (!detail) throw new Refusal('not-found');
      return c.json(detail);
    });
}

async function detailOf(scope: Scope, invitation: string): Promise<InvitationDetail | undefined> {
  const row = await findWithPeople(scope, invitation);
  if (!row) return undefined;
  const account = await accountOf(scope, row.patient_id);
  const documents = await documentsOf(scope, invitation);
  return {
    id: row.id,
    name: nameOf(row),
    birthDate: row.birth_date,
    state: row.state,
    method: row.method,
    createdAt: row.created_at,
    addedBy: row.added_by_name,
    conflicts: await countConflicts(scope, invitation),
    email: row.email,
    phone: row.phone,
    language: row.language,
    recordNumber: row.record_number,
    practitionerName: row.practitioner_name,
    username: row.username,
    note: row.note,
    account: account ?? null,
    story: await storyOf(scope, invitation),
    documents: documents.map((one) => ({ id: one.id, kind: one.kind, createdAt: one.created_at, sha256: one.sha256 })),
    documentsPending: await documentJobsPending(scope, invitation),
  };
}
