import '../ui/dom.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { onTestFinished } from 'vitest';
import { cutOff } from '../../src/frontdesk/contact.ts';
import { Frontdesk } from '../../src/frontdesk/Frontdesk.tsx';
import { forgetDraft } from '../../src/frontdesk/add/draft.ts';
import { sessionState } from '../../src/frontdesk/sessionState.ts';
import { language } from '../../src/ui/language.ts';
import { drRuiz } from './builders.ts';

/** The console as a person uses it, by what they read on screen. */

export function openConsole(path = '/') {
  history.replaceState(null, '', path);
  sessionState.value = { at: 'asking' };
  onTestFinished(() => {
    forgetDraft();
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

export async function fillPatient(
  user: User,
  patient: { email?: string; first?: string; last?: string } = {},
): Promise<void> {
  await heading('Add Members');
  const { first = 'Margaret', last = 'Whitfield', email } = patient;
  if (first) await user.type(screen.getByLabelText(/First names/), first);
  await user.type(screen.getByLabelText('Last name'), last);
  await user.type(screen.getByLabelText('Date of birth'), '3/9/1947');
  await user.selectOptions(screen.getByLabelText('Sex'), 'female');
  if (email) await user.type(screen.getByLabelText(/E-mail/), email);
  await user.selectOptions(screen.getByLabelText('Billing practitioner'), drRuiz.id);
}
