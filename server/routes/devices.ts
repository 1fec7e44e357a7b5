import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import * as v from 'valibot';
import {
  envelopesRequest,
  pairRequest,
  unlockRequest,
  type ChangesAnswer,
  type EnvelopeResult,
} from '../../src/contract/deviceApi.ts';
import { id, line } from '../../src/contract/shapes.ts';
import { isUnfinished } from '../../src/domain/invitation.ts';
import { body, query } from '../body.ts';
import { clientAddress } from '../clientAddress.ts';
import type { Deps, Env } from '../deps.ts';
import type { ProofChecker } from '../deviceProof.ts';
import { changeStream } from '../eventStream.ts';
import { noteAsking } from '../noteAsking.ts';
import { noteHolding } from '../noteHolding.ts';
import { ingest } from '../ingest/ingest.ts';
import { openBox } from '../keys/box.ts';
import { passwordMatches } from '../keys/passwords.ts';
import type { Limits } from '../limits.ts';
import { pairDevice, secretForCode } from '../pairing.ts';
import { proofOf } from '../requestProof.ts';
import { Refusal } from '../refusal.ts';
import {
  countPinTry,
  deviceLockedItself,
  deviceSeen,
  findByThumbprint,
  forgetPinTries,
  type DeviceRowRecord,
} from '../store/devices.ts';
import { changedSince } from '../store/invitations.ts';
import { formsInUse, getPractice, listPractitioners } from '../store/practices.ts';
import { scopeOf } from '../store/scope.ts';
import { findStaff, listStaff } from '../store/staff.ts';

const MOST_CHANGES = 500;

const whole = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

const changesQuery = v.object({
  since: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  app: v.optional(line(80), ''),
  waiting: v.optional(whole, '0'),
  /** Of those waiting, how many were refused; an older tablet doesn't tell. */
  refused: v.optional(whole),
  oldest: v.optional(line(40), ''),
  /** A locked tablet can't store what is about patients, and so isn't sent it. */
  only: v.optional(v.picklist(['all', 'general']), 'all'),
  locked: v.optional(v.picklist(['0', '1']), '0'),
  unlocks: v.optional(whole, '0'),
  /** The invitation whose patient has the tablet. */
  holding: v.optional(v.union([id, v.literal('')]), ''),
  /** That patient asks for somebody to come. */
  asking: v.optional(v.picklist(['0', '1']), '0'),
});

/**
 * Lets only a paired tablet pass whose proof holds, and says which. To hand in what it has, a revoked one may pass as well,
 * and a patient's own browser: that one may see nothing of the practice.
 */
function deviceOnly(deps: Deps, proofs: ProofChecker, toHandIn = false): MiddlewareHandler<Env> {
  return async (c, next) => {
    const proof = await proofOf(c, deps, proofs);
    const device = await findByThumbprint(deps.store.db, proof.thumbprint);
    if (!device || (device.invitation_id !== null && !toHandIn)) throw new Refusal('device-unknown');
    if (device.revoked_at !== null && !toHandIn) throw new Refusal('device-revoked');
    c.set('device', device);
    await next();
  };
}

/** The doors of a tablet. No cookies here: each request carries its proof. */
export function deviceRoutes(deps: Deps, limits: Limits, proofs: ProofChecker) {
  return new Hono<Env>()
    .post('/pair', body(pairRequest), async (c) => {
      const request = c.req.valid('json');
      const address = clientAddress(c);
      if (request.step === 'code') {
        await limits.pairing.count(address);
        await limits.pairingEverywhere.count('all');
        return c.json(await secretForCode(deps, request.code));
      }
      const { key, thumbprint } = await proofOf(c, deps, proofs);
      if (key.x !== request.publicKey.x || key.y !== request.publicKey.y) throw new Refusal('proof-invalid');
      const answer = await pairDevice(deps, request, thumbprint);
      await limits.pairing.forget(address);
      return c.json(answer, 201);
    })
    .post('/unlock', deviceOnly(deps, proofs), body(unlockRequest), async (c) => {
      const { staff: staffId, pin } = c.req.valid('json');
      const { device } = c.var;
      const scope = scopeOf(deps.store, device.practice_id);
      if (!(await countPinTry(scope, device.id))) throw new Refusal('device-locked');
      const staff = await findStaff(scope, staffId);
      if (!staff || !(await passwordMatches(staff.pin_hash, pin))) throw new Refusal('wrong-pin');
      await forgetPinTries(scope, device.id);
      return c.json({ vaultKey: openBox(deps.master, device.vault_key, `vault:${device.id}`).toString('base64url') });
    })
    .get('/changes', deviceOnly(deps, proofs), query(changesQuery), async (c) => {
      const { since, app, waiting, oldest, refused, only, locked, unlocks, holding, asking } = c.req.valid('query');
      const { device } = c.var;
      const scope = scopeOf(deps.store, device.practice_id);
      const now = deps.now().toISOString();
      await deviceSeen(scope, device.id, now, {
        app,
        waiting,
        oldest: oldest || null,
        ...(refused === undefined ? {} : { refused }),
      });
      await noteHolding(deps, scope, device, holding || null);
      await noteAsking(deps, scope, device, holding !== '' && asking === '1');
      if (locked === '1') await deviceLockedItself(scope, device.id, unlocks);
      return c.json(await changesFor(deps, device, { since, people: only === 'all', now }));
    })
    .get('/events', deviceOnly(deps, proofs), (c) => changeStream(c, deps, c.var.device.practice_id))
    .post('/envelopes', deviceOnly(deps, proofs, true), body(envelopesRequest), async (c) => {
      const { envelopes, waiting, oldest, app } = c.req.valid('json');
      const { device } = c.var;
      const results: EnvelopeResult[] = [];
      for (const envelope of envelopes) results.push(await ingest(deps, device, envelope));
      const stored = results.filter((result) => result.status === 'stored').length;
      const time = deps.now().toISOString();
      await deviceSeen(scopeOf(deps.store, device.practice_id), device.id, time, {
        waiting: Math.max(0, waiting - stored),
        oldest: waiting > stored ? oldest : null,
        app,
      });
      // A conflict was refused, and is news for staff all the same (invariant 3).
      const conflict = results.some((one) => one.status === 'refused' && one.code === 'envelope-conflict');
      if (stored > 0 || conflict) deps.nudges.nudge(device.practice_id);
      if (stored > 0) deps.jobs.wake();
      return c.json({ results, time });
    });
}

type Wanted = { since: number; people: boolean; now: string };

async function changesFor(deps: Deps, device: DeviceRowRecord, { since, people, now }: Wanted): Promise<ChangesAnswer> {
  const scope = scopeOf(deps.store, device.practice_id);
  const practice = await getPractice(scope);
  const changed = people ? await changedSince(scope, since, MOST_CHANGES) : [];
  // A tablet that starts from nothing has no use for what is over.
  const news = since === 0 ? changed.filter((row) => isUnfinished(row.state)) : changed;
  const staff = await listStaff(scope);
  return {
    practice: { name: practice.name, phone: practice.phone },
    form: practice.form_hash,
    practitioners: await listPractitioners(scope),
    settings: { method: practice.method, zone: practice.zone },
    staff: staff.map((one) => ({ id: one.id, name: one.name, pinVersion: one.pin_version })),
    forms: await formsInUse(scope),
    invitations: news.filter((row) => row.method === 'tablet'),
    gone: news.filter((row) => row.method !== 'tablet').map((row) => row.id),
    next: changed.at(-1)?.seq ?? since,
    more: changed.length === MOST_CHANGES,
    unlocks: device.unlocks,
    time: now,
  };
}
