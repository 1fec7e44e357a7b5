import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import { Refusal } from './refusal.ts';

/** The built page: files with a hash in their name for ever, all else asked about anew; any other path is the page itself. */
export function pageRoutes(folder: string) {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built page in ${folder}. Run "npm run build" first.`);
  const files = serveStatic({ root: folder });
  const page = serveStatic({ root: folder, path: 'index.html' });
  return new Hono().get('*', noHiddenFiles, caching, files).get('*', async (c, next) => {
    if (lastPart(c.req.path).includes('.')) throw new Refusal('not-found');
    return page(c, next);
  });
}

/** What begins with a dot is the build's own. */
const noHiddenFiles: MiddlewareHandler = async (c, next) => {
  if (c.req.path.includes('/.')) throw new Refusal('not-found');
  await next();
};

/** Afterwards, not in `onFound` of `serveStatic`: that is called when the answer has its headers already. */
const caching: MiddlewareHandler = async (c, next) => {
  await next();
  const forEver = c.req.path.startsWith('/assets/') && lastPart(c.req.path).includes('.');
  if (c.res.ok) c.res.headers.set('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
};

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? '';
}
