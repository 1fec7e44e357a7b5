import type { Insertable } from 'kysely';
import { findInvitation } from '../store/invitations.ts';
import type { Scope } from '../store/scope.ts';
import type { Tables } from '../store/tables.ts';
import type { ReadPage } from './readPage.ts';

type Match = Pick<
  Insertable<Tables['scan_page']>,
  'state' | 'why' | 'form_mark' | 'page' | 'pages' | 'found' | 'ink'
> & { invitation_id: string | null };

const nobodys = { invitation_id: null, form_mark: null, page: null, pages: null, found: null, ink: null };

/** Of a blank sheet, the share that is dark: dust, and the shadow of an edge. */
const BLANK = 0.0015;

/**
 * Where a page belongs: to the invitation that its one code names, or before a person. Nothing is guessed: the name on
 * the paper, the pages around it, the file it came in count for nothing.
 */
export async function matchPage(scope: Scope, read: ReadPage | undefined): Promise<Match> {
  if (!read) return { ...nobodys, state: 'inbox', why: 'unreadable' };
  const [code, other] = read.codes;
  if (!code) {
    return read.dark < BLANK
      ? { ...nobodys, state: 'aside', why: 'blank' }
      : { ...nobodys, state: 'inbox', why: 'no-code' };
  }
  if (other) return { ...nobodys, state: 'inbox', why: 'several-codes' };
  const { invitation, form, page, pages } = code;
  const told = { form_mark: form, page, pages };
  if (!(await findInvitation(scope, invitation)))
    return { ...nobodys, ...told, state: 'inbox', why: 'unknown-invitation' };
  // A sheet that is seen in part may lie under another one, whose code is hidden.
  if (!read.whole) return { ...nobodys, ...told, state: 'inbox', why: 'not-whole' };
  return {
    ...told,
    state: 'matched',
    why: null,
    invitation_id: invitation,
    found: 'code',
    ink: JSON.stringify(read.ink),
  };
}
