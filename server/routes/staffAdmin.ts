import { Hono } from 'hono';
import {
  newPractitionerRequest,
  newStaffRequest,
  ownPasswordRequest,
  ownPinRequest,
  passwordRequest,
  pinRequest,
  practitionerChange,
  settingsSchema,
  staffChange,
} from '../../src/contract/adminApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { hashPassword, passwordMatches } from '../keys/passwords.ts';
import type { Limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { lockPractice } from '../store/changes.ts';
import {
  addPractitioner,
  allPractitioners,
  changePractitioner,
  changeSettings,
  getPractice,
} from '../store/practices.ts';
import { inTransaction, scopeOf, type Scope } from '../store/scope.ts';
import { addStaff, allStaff, changeStaff, endSessionsOf, findByLogin, setPin, type StaffRow } from '../store/staff.ts';
import { tokenHashOf } from './staffSession.ts';

const foundOr404 = (found: boolean): void => {
  if (!found) throw new Refusal('not-found');
};

/** The administrator's rooms: staff, practitioners, settings. And everybody's own password and PIN. */
export function adminRoutes(deps: Deps, limits: Limits) {
  const prove = async (staff: StaffRow, present: string): Promise<void> => {
    await limits.ownPassword.count(staff.id);
    if (!(await passwordMatches(staff.password_hash, present))) throw new Refusal('wrong-password');
    await limits.ownPassword.forget(staff.id);
  };
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const changed = (c: { var: Env['Variables'] }): void => deps.nudges.nudge(c.var.staff.practice_id);
  const admin = allowed('administer');
  return new Hono<Env>()
    .get('/staff', admin, async (c) => c.json({ staff: (await allStaff(scopeFor(c))).map(forConsole) }))
    .post('/staff', admin, body(newStaffRequest), async (c) => {
      const { password, pin, ...row } = c.req.valid('json');
      const known = await findByLogin(deps.store.db, row.login, true);
      // The same request again, since its answer was lost on the way.
      if (known?.id === row.id && known.practice_id === c.var.staff.practice_id) {
        return c.json({ staff: (await allStaff(scopeFor(c))).map(forConsole) });
      }
      if (known) throw new Refusal('login-taken', { fields: [{ field: 'login', problem: 'is taken' }] });
      await addStaff(scopeFor(c), {
        ...row,
        password_hash: await hashPassword(password),
        pin_hash: await hashPassword(pin),
        created_at: deps.now().toISOString(),
      });
      changed(c);
      return c.json({ staff: (await allStaff(scopeFor(c))).map(forConsole) }, 201);
    })
    .put('/staff/:id', admin, body(staffChange), async (c) => {
      const { name, role, active } = c.req.valid('json');
      const id = c.req.param('id');
      await inTransaction(scopeFor(c), async (within) => {
        // Two administrators who take the role from each other: the second must see what the first did.
        await lockPractice(within);
        await keepAnAdministrator(within, id, active && role === 'administrator');
        foundOr404(await changeStaff(within, id, { name, role, active: active ? 1 : 0 }));
        if (!active) await endSessionsOf(within, id);
      });
      changed(c);
      return c.json({ staff: (await allStaff(scopeFor(c))).map(forConsole) });
    })
    .post('/staff/:id/password', admin, body(passwordRequest), async (c) => {
      const password_hash = await hashPassword(c.req.valid('json').password);
      foundOr404(await changeStaff(scopeFor(c), c.req.param('id'), { password_hash }));
      await endSessionsOf(scopeFor(c), c.req.param('id'));
      return c.body(null, 204);
    })
    .post('/staff/:id/pin', admin, body(pinRequest), async (c) => {
      foundOr404(await setPin(scopeFor(c), c.req.param('id'), await hashPassword(c.req.valid('json').pin)));
      changed(c);
      return c.body(null, 204);
    })
    .post('/me/password', body(ownPasswordRequest), async (c) => {
      const { present, password } = c.req.valid('json');
      await prove(c.var.staff, present);
      await changeStaff(scopeFor(c), c.var.staff.id, { password_hash: await hashPassword(password) });
      // Whoever else is logged in under this name has to prove that they know the new one.
      await endSessionsOf(scopeFor(c), c.var.staff.id, tokenHashOf(c));
      return c.body(null, 204);
    })
    .post('/me/pin', body(ownPinRequest), async (c) => {
      const { present, pin } = c.req.valid('json');
      await prove(c.var.staff, present);
      await setPin(scopeFor(c), c.var.staff.id, await hashPassword(pin));
      changed(c);
      return c.body(null, 204);
    })
    .get('/practitioners', admin, async (c) => c.json({ practitioners: await allPractitioners(scopeFor(c)) }))
    .post('/practitioners', admin, body(newPractitionerRequest), async (c) => {
      await addPractitioner(scopeFor(c), c.req.valid('json'));
      changed(c);
      return c.json({ practitioners: await allPractitioners(scopeFor(c)) }, 201);
    })
    .put('/practitioners/:id', admin, body(practitionerChange), async (c) => {
      foundOr404(await changePractitioner(scopeFor(c), c.req.param('id'), c.req.valid('json')));
      changed(c);
      return c.json({ practitioners: await allPractitioners(scopeFor(c)) });
    })
    .get('/settings', admin, async (c) => {
      const { name, phone, zone, method, reminders, expire_days: expireDays } = await getPractice(scopeFor(c));
      return c.json({ name, phone, zone, method, reminders, expireDays });
    })
    .put('/settings', admin, body(settingsSchema), async (c) => {
      await changeSettings(scopeFor(c), c.req.valid('json'));
      changed(c);
      return c.json(c.req.valid('json'));
    });
}

function forConsole({ id, name, role, login, active }: StaffRow) {
  return { id, name, role, login, active: active === 1 };
}

async function keepAnAdministrator(scope: Scope, id: string, staysAdministrator: boolean): Promise<void> {
  if (staysAdministrator) return;
  const others = (await allStaff(scope)).some(
    (one) => one.id !== id && one.active === 1 && one.role === 'administrator',
  );
  if (!others) throw new Refusal('last-administrator');
}
