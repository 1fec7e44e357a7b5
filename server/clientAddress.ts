import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The address that the connection comes from; `unknown` where there is no connection, as in tests of the app alone. */
export function clientAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Whether a request was made on the server's own machine. One that a proxy passed on was not. */
export function isThisMachine(c: Context): boolean {
  if (c.req.header('forwarded') ?? c.req.header('x-forwarded-for')) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(clientAddress(c));
}
