import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../contract/staffApi.ts';
import type { Mistake } from './mistake.ts';

/** What keeps a new password or PIN from being taken. */

export function passwordMistake(password: string): Mistake | undefined {
  if (password.length < SHORTEST_PASSWORD) return 'password-too-short';
  return password.length > LONGEST_PASSWORD ? 'too-long' : undefined;
}

export function pinMistake(pin: string): Mistake | undefined {
  return /^\d{6}$/.test(pin) ? undefined : 'pin-not-six';
}
