import { Hono } from 'hono';
import * as v from 'valibot';
import {
  asideRequest,
  confirmRequest,
  matchRequest,
  turnRequest,
  type FilePages,
  type Scans,
} from '../../src/contract/scansApi.ts';
import { filledLine, id } from '../../src/contract/shapes.ts';
import { allowed } from '../allowed.ts';
import { body, query } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { confirmPaper } from '../scans/confirmPaper.ts';
import { keepScan, openKeptScan, openPicture } from '../scans/keepScan.ts';
import { matchByHand, setAside, takeBack, turnPage } from '../scans/pageActions.ts';
import { paperOf } from '../scans/paperOf.ts';
import { scanKind } from '../scans/scanKind.ts';
import { findInvitation } from '../store/invitations.ts';
import { findScanPage, formsWaiting, listScanPages } from '../store/scanPages.ts';
import { findScan, listScans } from '../store/scans.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

/** Files that the console lists. */
const MOST_FILES = 100;

const types: Record<string, string> = {
  pdf: 'application/pdf',
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** Scans of paper forms: what came in, the pages that wait for a person, and what staff confirm. */
export function scanRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const known = (text: string): string => {
    if (!v.is(id, text)) throw new Refusal('not-found');
    return text;
  };
  const list = async (scope: Scope): Promise<Scans> => ({
    files: await listScans(scope, { most: MOST_FILES }),
    inbox: (await listScanPages(scope, 'inbox')).map(({ invitation: _, ...page }) => page),
    waiting: await formsWaiting(scope),
    folder: deps.scansFolder !== undefined,
  });
  const paper = async (scope: Scope, invitation: string) => {
    if (!(await findInvitation(scope, known(invitation)))) throw new Refusal('not-found');
    return paperOf(deps, scope, invitation);
  };
  return new Hono<Env>()
    .get('/scans', allowed('invite'), async (c) => c.json(await list(scopeFor(c))))
    .post('/scans', allowed('invite'), query(v.object({ name: filledLine(300) })), async (c) => {
      const scope = scopeFor(c);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const found = await scanKind(bytes);
      if ('trouble' in found) throw new Refusal(found.trouble);
      const { name } = c.req.valid('query');
      const at = deps.now().toISOString();
      const arrived = { name, kind: found.kind, bytes, source: 'upload', by: c.var.staff.id, at } as const;
      const kept = await keepScan(deps, scope, arrived);
      deps.jobs.wake();
      deps.nudges.nudge(scope.practice);
      return c.json({ id: kept.id, known: !kept.isNew });
    })
    .get('/scans/:id', allowed('invite'), async (c) => {
      const scope = scopeFor(c);
      const scan = known(c.req.param('id'));
      const [file] = await listScans(scope, { id: scan });
      if (!file) throw new Refusal('not-found');
      return c.json({ file, pages: await listScanPages(scope, { scan }) } satisfies FilePages);
    })
    .get('/scans/:id/original', allowed('invite'), async (c) => {
      const scope = scopeFor(c);
      const row = await findScan(scope, known(c.req.param('id')));
      if (!row?.content || row.kind === null) throw new Refusal('not-found');
      return c.body(new Uint8Array(await openKeptScan(deps, scope, row)), 200, {
        'Content-Type': types[row.kind] ?? 'application/octet-stream',
        'Content-Disposition': `attachment; filename="scan-${row.id}.${row.kind}"`,
        'Cache-Control': 'no-store',
      });
    })
    .get('/scan-pages/:id/picture', allowed('invite'), async (c) => {
      const scope = scopeFor(c);
      const row = await findScanPage(scope, known(c.req.param('id')));
      if (!row?.picture) throw new Refusal('not-found');
      const bytes = await openPicture(deps, scope, { id: row.id, picture: row.picture });
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': bytes[0] === 0x89 ? 'image/png' : 'image/jpeg',
        'Cache-Control': 'no-store',
      });
    })
    .post('/scan-pages/:id/match', allowed('invite'), body(matchRequest), async (c) => {
      await matchByHand(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json'));
      return c.json(await list(scopeFor(c)));
    })
    .post('/scan-pages/:id/aside', allowed('invite'), body(asideRequest), async (c) => {
      await setAside(deps, scopeFor(c), c.var.staff, c.req.param('id'), c.req.valid('json').note);
      return c.json(await list(scopeFor(c)));
    })
    .post('/scan-pages/:id/back', allowed('invite'), async (c) => {
      await takeBack(deps, scopeFor(c), c.var.staff, c.req.param('id'));
      return c.json(await list(scopeFor(c)));
    })
    .post('/scan-pages/:id/turn', allowed('invite'), body(turnRequest), async (c) => {
      await turnPage(deps, scopeFor(c), c.req.param('id'), c.req.valid('json').turn);
      return c.json(await list(scopeFor(c)));
    })
    .get('/invitations/:id/paper', allowed('invite'), async (c) => c.json(await paper(scopeFor(c), c.req.param('id'))))
    .post('/invitations/:id/paper', allowed('invite'), body(confirmRequest), async (c) => {
      const invitation = known(c.req.param('id'));
      await confirmPaper(deps, scopeFor(c), c.var.staff, invitation, c.req.valid('json'));
      return c.json(await paper(scopeFor(c), invitation));
    });
}
