import { Hono } from 'hono';
import type { DeviceRow } from '../../src/contract/staffApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { tabletChange } from '../../src/contract/adminApi.ts';
import { rescueRequest } from '../../src/contract/rescueApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { hashSecret, newCode } from '../keys/secrets.ts';
import { bringIn } from '../rescue.ts';
import { Refusal } from '../refusal.ts';
import {
  holdersOf,
  listDevices,
  renameDevice,
  revokeDevice,
  unlockDevice,
  type DeviceRowRecord,
} from '../store/devices.ts';
import { addPairing, PAIRING_LASTS } from '../store/pairings.ts';
import { stillRefused, type RefusedRow } from '../store/refused.ts';
import { scopeOf } from '../store/scope.ts';

/** Milliseconds: a tablet looks for changes at least every 30 s, so that twice as long without is "not online". */
const ONLINE_WITHIN = 75_000;

export function deviceAdminRoutes(deps: Deps) {
  return new Hono<Env>()
    .get('/devices', allowed('see-tablets'), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const holders = await holdersOf(scope);
      const rows = await listDevices(scope);
      const refused = Map.groupBy(await stillRefused(scope), ({ device }) => device);
      return c.json({
        devices: rows.map((row) => ({
          ...forConsole(row, deps.now()),
          refused: refusedOn(row, refused.get(row.id) ?? []),
          holding: holders.get(row.id) ?? null,
        })),
      });
    })
    .post('/rescue', allowed('pair-tablets'), body(rescueRequest), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      return c.json({ results: await bringIn(deps, scope, c.var.staff, c.req.valid('json').envelopes) });
    })
    .post('/pairings', allowed('pair-tablets'), async (c) => {
      const code = newCode(8);
      const expiresAt = new Date(deps.now().getTime() + PAIRING_LASTS).toISOString();
      await addPairing(scopeOf(deps.store, c.var.staff.practice_id), {
        id: newId(),
        codeHash: hashSecret(code),
        by: c.var.staff.id,
        expiresAt,
      });
      return c.json({ code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt });
    })
    .post('/devices/:id/unlock', allowed('pair-tablets'), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      const known = (await listDevices(scope)).some((row) => row.id === c.req.param('id'));
      if (!known) throw new Refusal('not-found');
      await unlockDevice(scope, c.req.param('id'));
      deps.nudges.nudge(scope.practice);
      return c.body(null, 204);
    })
    .put('/devices/:id', allowed('pair-tablets'), body(tabletChange), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      if (!(await renameDevice(scope, c.req.param('id'), c.req.valid('json').name))) throw new Refusal('not-found');
      deps.nudges.nudge(scope.practice);
      return c.body(null, 204);
    })
    .post('/devices/:id/revoke', allowed('revoke-tablets'), async (c) => {
      const scope = scopeOf(deps.store, c.var.staff.practice_id);
      if (!(await revokeDevice(scope, c.req.param('id'), deps.now().toISOString()))) throw new Refusal('not-found');
      deps.nudges.nudge(scope.practice);
      return c.body(null, 204);
    });
}

/** The tablet counts what it has; what was refused before it could tell is known here. */
function refusedOn(row: DeviceRowRecord, known: RefusedRow[]): DeviceRow['refused'] {
  const reasons = known.map(({ code, firstAt, invitation }) => ({ code, since: firstAt, invitation }));
  return { count: Math.max(row.refused, known.length), reasons };
}

function forConsole(row: DeviceRowRecord, now: Date): Omit<DeviceRow, 'holding' | 'refused'> {
  return {
    id: row.id,
    name: row.name,
    pairedAt: row.paired_at,
    lastSeen: row.seen_at,
    online: row.seen_at !== null && now.getTime() - Date.parse(row.seen_at) < ONLINE_WITHIN,
    app: row.app,
    waiting: row.waiting,
    oldest: row.oldest,
    locked: row.locked === 1,
    revoked: row.revoked_at !== null,
    asking: row.asking_since,
  };
}
