import type { MatchRequest } from '../../src/contract/scansApi.ts';
import { id as idShape } from '../../src/contract/shapes.ts';
import * as v from 'valibot';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { lockPractice } from '../store/changes.ts';
import { tell } from '../store/events.ts';
import { findInvitation, touchInvitation } from '../store/invitations.ts';
import { changeScanPage, findScanPage, type PageChange, type ScanPageRow } from '../store/scanPages.ts';
import { inTransaction, type Scope } from '../store/scope.ts';
import type { StaffRow } from '../store/staff.ts';

type By = Pick<StaffRow, 'id' | 'name'>;
type Needs = Pick<Deps, 'now' | 'nudges'>;

/** What staff do with a page. One that is part of a confirmed form stays as it was confirmed. */

/** A person says whose page it is. */
export async function matchByHand(deps: Needs, scope: Scope, by: By, id: string, match: MatchRequest): Promise<void> {
  await changed(deps, scope, id, async (within, page, at) => {
    if (!(await findInvitation(within, match.invitation))) throw new Refusal('not-found');
    await tellOfPage(within, match.invitation, by, at, match);
    // What the code of another sheet said holds no longer.
    const kept = page.invitation_id === match.invitation;
    return {
      state: 'matched',
      why: null,
      invitation_id: match.invitation,
      page: match.page,
      pages: match.pages,
      found: 'hand',
      ...(kept ? {} : { ink: null, form_mark: null }),
      settled_by: by.id,
      settled_at: at,
      settled_note: '',
    };
  });
}

/** Nobody's page, or one that is there already: set aside with a reason, never deleted. */
export async function setAside(deps: Needs, scope: Scope, by: By, id: string, note: string): Promise<void> {
  await changed(deps, scope, id, async (within, page, at) => {
    if (page.invitation_id !== null)
      await tell(within, { invitation: page.invitation_id, kind: 'paper-aside', at, who: by.name, detail: note });
    return { state: 'aside', settled_by: by.id, settled_at: at, settled_note: note };
  });
}

/** A page that was set aside is needed after all: it goes where it was. */
export async function takeBack(deps: Needs, scope: Scope, by: By, id: string): Promise<void> {
  await changed(deps, scope, id, async (within, page, at) => {
    if (page.state !== 'aside') return {};
    if (page.invitation_id !== null) await tellOfPage(within, page.invitation_id, by, at, page);
    return {
      state: page.invitation_id === null ? 'inbox' : 'matched',
      settled_by: by.id,
      settled_at: at,
      settled_note: '',
    };
  });
}

/** A page that lay on its side is turned for everybody who looks at it. */
export async function turnPage(deps: Needs, scope: Scope, id: string, turn: number): Promise<void> {
  await changed(deps, scope, id, async () => ({ turn }));
}

async function tellOfPage(
  scope: Scope,
  invitation: string,
  by: By,
  at: string,
  { page, pages }: { page: number | null; pages: number | null },
): Promise<void> {
  const detail = `${page ?? '?'}/${pages ?? '?'}`;
  await tell(scope, { invitation, kind: 'paper-page', at, who: by.name, detail });
}

async function changed(
  { now, nudges }: Needs,
  scope: Scope,
  id: string,
  change: (within: Scope, page: ScanPageRow, at: string) => Promise<PageChange>,
): Promise<void> {
  await inTransaction(scope, async (within) => {
    await lockPractice(within);
    const page = v.is(idShape, id) ? await findScanPage(within, id) : undefined;
    if (!page) throw new Refusal('not-found');
    if (page.state === 'confirmed') throw new Refusal('page-confirmed');
    const wanted = await change(within, page, now().toISOString());
    if (Object.keys(wanted).length > 0) await changeScanPage(within, id, wanted);
    for (const invitation of new Set([page.invitation_id, wanted.invitation_id ?? null]))
      if (invitation !== null) await touchInvitation(within, invitation);
  });
  nudges.nudge(scope.practice);
}
