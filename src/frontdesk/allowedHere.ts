import { may, type Action } from '../domain/roles.ts';
import { sessionState } from './sessionState.ts';

/** Whether whoever is logged in may do this. For showing only what works: the server decides for itself. */
export function allowedHere(action: Action): boolean {
  const state = sessionState.value;
  return state.at === 'in' && may(state.session.staff.role, action);
}
