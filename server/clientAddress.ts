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

/**
 * Whether a request was made on the server's own machine, under its own name. One that a proxy passed on was not, nor one
 * of a page whose name was made to point here (DNS rebinding).
 */
export function isThisMachine(c: Context): boolean {
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(c.req.url).hostname)) return false;
  // An empty one counts: whoever asks through a proxy can send that.
  if (c.req.header('forwarded') !== undefined || c.req.header('x-forwarded-for') !== undefined) return false;
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(clientAddress(c));
}
