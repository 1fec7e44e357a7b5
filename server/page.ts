import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { Refusal } from './refusal.ts';

/** The built page: files with a hash in their name for ever, all else asked about anew; any other path is the page itself. */
export function pageRoutes(folder: string) {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built page in ${folder}. Run "npm run build" first.`);
  const files = serveStatic({
    root: folder,
    onFound: (path, c) => {
      c.header('Cache-Control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = serveStatic({ root: folder, path: 'index.html' });
  return new Hono().get('*', files).get('*', async (c, next) => {
    const lastPart = new URL(c.req.url).pathname.split('/').at(-1) ?? '';
    if (lastPart.includes('.')) throw new Refusal('not-found');
    c.header('Cache-Control', 'no-cache');
    return page(c, next);
  });
}
