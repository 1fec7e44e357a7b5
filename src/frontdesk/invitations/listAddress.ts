import { INVITATION_STATES, METHODS, type InvitationState, type SignFormsMethod } from '../../domain/invitation.ts';

/** What the list shows, as it stands in the page's address: shareable, and back leads back. */

export type ListView = { q: string; states: InvitationState[]; methods: SignFormsMethod[]; from: number };

export const PAGE = 100;

export function readView(query: Record<string, string | undefined>): ListView {
  const listed = <T extends string>(all: readonly T[], text = ''): T[] => {
    const wanted = text.split(',');
    return all.filter((one) => wanted.includes(one));
  };
  return {
    q: (query.q ?? '').slice(0, 200),
    states: listed(INVITATION_STATES, query.state),
    methods: listed(METHODS, query.method),
    from: /^\d{1,9}$/.test(query.from ?? '') ? Number(query.from) : 0,
  };
}

export function addressOf(view: ListView): string {
  const query = filtersOf(view);
  if (view.from > 0) query.set('from', String(view.from));
  return query.size > 0 ? `/invitations?${query.toString()}` : '/invitations';
}

/** Where the list was left: the way back from an invitation leads there. */
let leftAt = '/invitations';
export const listLeftAt = (): string => leftAt;
export function rememberList(view: ListView): void {
  leftAt = addressOf(view);
}

/** The same for the server. */
export function serverQuery(view: ListView): URLSearchParams {
  const query = filtersOf(view);
  query.set('limit', String(PAGE));
  query.set('offset', String(view.from));
  return query;
}

function filtersOf({ q, states, methods }: ListView): URLSearchParams {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (states.length > 0) query.set('state', states.join(','));
  if (methods.length > 0) query.set('method', methods.join(','));
  return query;
}
