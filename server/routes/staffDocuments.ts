import { Hono } from 'hono';
import { allowed } from '../allowed.ts';
import type { Deps, Env } from '../deps.ts';
import { openDocument } from '../documents/keep.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf } from '../store/scope.ts';
import { findDocument } from '../store/documents.ts';

export function documentRoutes(deps: Deps) {
  return new Hono<Env>().get('/documents/:id', allowed('see-invitations'), async (c) => {
    const scope = scopeOf(deps.store, c.var.staff.practice_id);
    const row = await findDocument(scope, c.req.param('id'));
    if (!row) throw new Refusal('not-found');
    const { dataKey } = await deps.keyring.keysOf(scope.practice);
    return c.body(new Uint8Array(openDocument(dataKey, row)), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${row.kind}-${row.id}.pdf"`,
      'Cache-Control': 'no-store',
    });
  });
}
