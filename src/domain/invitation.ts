/** The life of an invitation, as a pure function: state and event in, new state or a tagged rejection out. */

export const METHODS = ['tablet', 'paper', 'app'] as const;
export type SignFormsMethod = (typeof METHODS)[number];

export const INVITATION_STATES = [
  'waiting',
  'presented',
  'signed',
  'declined',
  'enrolled',
  'cancelled',
  'expired',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export type InvitationEvent =
  | 'present'
  | 'take-back'
  | 'sign'
  | 'decline'
  | 'enroll'
  | 'cancel'
  | 'expire'
  | 'accept'
  | 'accept-no';

export type Step =
  | { ok: true; state: InvitationState }
  | {
      ok: false;
      rejection: 'already-signed' | 'already-declined' | 'cancelled' | 'expired' | 'not-signed-yet' | 'not-presented';
    };

const unfinished: readonly InvitationState[] = ['waiting', 'presented'];

export function isUnfinished(state: InvitationState): boolean {
  return unfinished.includes(state);
}

/** What an event makes of an invitation. A signature that a rejection turns away is still kept: see `ingest`. */
export function step(state: InvitationState, event: InvitationEvent): Step {
  if (event === 'enroll' && state === 'signed') return { ok: true, state: 'enrolled' };
  if (event === 'accept' || event === 'accept-no') return accept(state, event);
  if (!isUnfinished(state)) return { ok: false, rejection: whyOver(state) };
  switch (event) {
    case 'enroll':
      return { ok: false, rejection: 'not-signed-yet' };
    case 'present':
      return { ok: true, state: 'presented' };
    case 'take-back':
      return state === 'presented' ? { ok: true, state: 'waiting' } : { ok: false, rejection: 'not-presented' };
    case 'sign':
      return { ok: true, state: 'signed' };
    case 'decline':
      return { ok: true, state: 'declined' };
    case 'cancel':
      return { ok: true, state: 'cancelled' };
    case 'expire':
      return { ok: true, state: 'expired' };
  }
}

/** Staff let an answer count that came after the end, or against another: what is finished stays finished. */
function accept(state: InvitationState, event: 'accept' | 'accept-no'): Step {
  if (state === 'signed' || state === 'enrolled') return { ok: false, rejection: 'already-signed' };
  if (event === 'accept') return { ok: true, state: 'signed' };
  return state === 'declined' ? { ok: false, rejection: 'already-declined' } : { ok: true, state: 'declined' };
}

function whyOver(state: InvitationState): Extract<Step, { ok: false }>['rejection'] {
  if (state === 'cancelled' || state === 'expired') return state;
  return state === 'declined' ? 'already-declined' : 'already-signed';
}
