import type { Context } from 'hono';
import type { Deps } from './deps.ts';

/** The address that a request was made to, as its sender knows it, without query (RFC 9449, `htu`). */
export function requestUrl(c: Context, deps: Pick<Deps, 'publicOrigin'>): string {
  const url = new URL(c.req.url);
  return (deps.publicOrigin ?? url.origin) + url.pathname;
}
