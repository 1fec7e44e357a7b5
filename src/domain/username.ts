import { folded, type PersonName } from './people.ts';

/**
 * The readable stem of a username for a member without e-mail: folded name, letters and dots only.
 * It holds no digits, so that a number behind it is never taken for a birth year.
 */
export function usernameStem(name: PersonName): string {
  const part = (text: string, length: number): string =>
    folded(text)
      .replace(/[^a-z]/g, '')
      .slice(0, length);
  const first = part(name.first, 12);
  const last = part(name.last, 16);
  const preferred = part(name.preferred ?? '', 20);
  return [first, last].filter(Boolean).join('.') || preferred || 'member';
}

/** The n-th candidate, counted from 0: `ana.ruiz`, `ana.ruiz.2`, `ana.ruiz.3` and so on. */
export function usernameCandidate(stem: string, n: number): string {
  return n === 0 ? stem : `${stem}.${n + 1}`;
}
