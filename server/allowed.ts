import type { MiddlewareHandler } from 'hono';
import { may, type Action } from '../src/domain/roles.ts';
import type { Env } from './deps.ts';
import { Refusal } from './refusal.ts';

/** Lets pass whose role may do it. Stands behind `staffOnly`. */
export function allowed(action: Action): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!may(c.var.staff.role, action)) throw new Refusal('not-allowed');
    await next();
  };
}
