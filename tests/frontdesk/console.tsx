import 'fake-indexeddb/auto';
import '../ui/dom.ts';
import { configure, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { cutOff } from '../../src/frontdesk/contact.ts';
import { Frontdesk } from '../../src/frontdesk/Frontdesk.tsx';
import { leaveDesk } from '../../src/frontdesk/add/consoleHost.ts';
import { sessionState } from '../../src/frontdesk/sessionState.ts';
import { language } from '../../src/ui/language.ts';
import { drRuiz } from './builders.ts';

/** The console as a person uses it, by what they read on screen. */

// Milliseconds: a busy machine draws late, and no test here waits for something not to come.
configure({ asyncUtilTimeout: 5_000 });

export function openConsole(path = '/') {
  history.replaceState(null, '', path);
  sessionState.value = { at: 'asking' };
  onTestFinished(() => {
    leaveDesk();
    cutOff.value = undefined;
    language.value = 'en';
  });
  // jsdom has no layout to scroll.
  window.scrollTo = () => {};
  render(<Frontdesk updates={undefined} />);
  return userEvent.setup();
}

type User = ReturnType<typeof userEvent.setup>;

export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
export const press = async (user: User, name: string): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));
export const goTo = async (user: User, room: string | RegExp): Promise<void> =>
  user.click(screen.getByRole('link', { name: room }));

/** At one go, as from the clipboard: a test that types each letter of a long form is slow. */
export async function fill(user: User, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

export async function fillPatient(
  user: User,
  patient: { email?: string; first?: string; last?: string } = {},
): Promise<void> {
  await heading('Add Members');
  const { first = 'Margaret', last = 'Whitfield', email } = patient;
  if (first) await fill(user, screen.getByLabelText(/First names/), first);
  await fill(user, screen.getByLabelText('Last name'), last);
  await fill(user, screen.getByLabelText('Date of birth'), '3/9/1947');
  await user.selectOptions(screen.getByLabelText('Sex'), 'female');
  if (email) await fill(user, screen.getByLabelText(/E-mail/), email);
  await user.selectOptions(screen.getByLabelText('Billing practitioner'), drRuiz.id);
}
