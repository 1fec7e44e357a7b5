import type { Context } from 'hono';

/** A PDF that no cache keeps. Its name tells nothing of anybody: it stands in lists of downloads. */
export function pdf(c: Context, bytes: Uint8Array, name: string, disposition: 'inline' | 'attachment') {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `${disposition}; filename="${name}.pdf"`,
    'Cache-Control': 'no-store',
  });
}
