import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { ScanPage } from '../../contract/scansApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import type { PaperPage } from '../../domain/paperForm.ts';

/** What pages of an invitation are worth at present. */
export type Standing = 'open' | 'void' | 'ended' | 'answered';

export function standingIn({ state, method }: Pick<InvitationDetail, 'state' | 'method'>): Standing {
  if (isUnfinished(state)) return method === 'paper' ? 'open' : 'void';
  return state === 'cancelled' || state === 'expired' ? 'ended' : 'answered';
}

/** One page for each page number: the one that somebody chose, else one with ink in its boxes, else the newest. */
export function chosenOf(pages: readonly ScanPage[], wanted: Readonly<Record<number, string>>): ScanPage[] {
  const numbers = [...new Set(pages.map(({ page }) => page ?? 0))].toSorted((a, b) => a - b);
  return numbers.flatMap((number) => {
    const alike = pages.filter(({ page }) => page === number);
    const signed = alike.filter(({ ink }) => Object.values(ink).includes('ink'));
    const chosen = alike.find(({ id }) => id === wanted[number]) ?? signed.at(-1) ?? alike.at(-1);
    return chosen ? [chosen] : [];
  });
}

export function asOnPaper({ page, pages, ink, otherForm }: ScanPage): PaperPage {
  return { page: page ?? 0, pages: pages ?? 0, ink, otherForm };
}
