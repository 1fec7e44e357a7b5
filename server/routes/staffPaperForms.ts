import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { MOST_PAPER_FORMS } from '../../src/contract/invitationsApi.ts';
import { id } from '../../src/contract/shapes.ts';
import { allowed } from '../allowed.ts';
import { query } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import { printForms } from '../printForms.ts';
import { Refusal } from '../refusal.ts';
import { scopeOf } from '../store/scope.ts';

const idsQuery = v.object({
  ids: v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(','))]),
    v.array(id),
    v.maxLength(MOST_PAPER_FORMS, `are more than ${MOST_PAPER_FORMS}`),
  ),
});

/** Forms to print, opened by the browser itself: hence by GET, although the story tells of it. */
export function paperFormRoutes(deps: Deps) {
  const pdf = async (c: Context<Env>, invitations: readonly string[], instead: string): Promise<Response> => {
    const { staff } = c.var;
    let bytes: Uint8Array;
    try {
      bytes = await printForms(deps, scopeOf(deps.store, staff.practice_id), staff, invitations);
    } catch (error) {
      // A tab that was opened for the form shows the page that can say why there is none.
      const isTab = c.req.header('Sec-Fetch-Dest') === 'document';
      if (!(error instanceof Refusal) || !isTab) throw error;
      return c.redirect(`${instead}?refused=${error.code}`, 303);
    }
    const headers = {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="paper-forms.pdf"',
      'Cache-Control': 'no-store',
    };
    return new Response(new Uint8Array(bytes), { headers });
  };
  return new Hono<Env>()
    .get('/invitations/:id/paper-form', allowed('invite'), (c) => {
      const wanted = c.req.param('id');
      if (!v.is(id, wanted)) throw new Refusal('not-found');
      return pdf(c, [wanted], `/invitations/${wanted}`);
    })
    .get('/paper-forms', allowed('invite'), query(idsQuery), (c) => pdf(c, c.req.valid('query').ids, '/invitations'));
}
