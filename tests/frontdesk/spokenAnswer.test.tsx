import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import form from '../../server/forms/ccm-2026-1.json' with { type: 'json' };
import type { VerbalRequest } from '../../src/contract/verbalApi.ts';
import { anInvitation } from './builders.ts';
import { heading, openConsole, press } from './console.tsx';
import { fakeServer } from './fakeServer.ts';

/** A patient answers by word of mouth: what is read, and what is written down. */

const SEND = 'POST /api/staff/invitations/:id/verbal';
const fills = {
  patient: 'Margaret Whitfield',
  practice: 'Bayside Family Practice',
  practicePhone: '(813) 555-0100',
  practitioner: 'Dr. Ana Ruiz',
  programme: 'CCM',
};

async function answering() {
  const detail = anInvitation();
  const server = fakeServer({
    'GET /api/staff/invitations/:id': () => detail,
    'GET /api/staff/invitations/:id/script': () => ({ form, formHash: 'a'.repeat(64), fills }),
    [SEND]: () => ({ ...detail, state: 'enrolled' }),
  });
  const user = openConsole(`/invitations/${detail.id}/verbal`);
  await heading('Spoken answer of Margaret Whitfield');
  return { user, server, detail };
}

test('the whole form is read but what is about a screen, and the question is in the language read', async () => {
  const { user } = await answering();
  expect(screen.getByRole('heading', { name: 'What it may cost you' })).toBeVisible();
  expect(screen.queryByText(/Reading and signing on this screen/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'Spanish' }));
  expect(screen.getByRole('heading', { name: 'Lo que le puede costar' })).toBeVisible();
  expect(screen.getByText(/^¿Quiere participar/)).toHaveAttribute('lang', 'es');
});

test('what is missing, or can not be, is said before anything is sent', async () => {
  const { user, server } = await answering();
  await user.click(screen.getByRole('radio', { name: 'No, they do not want it' }));
  await user.clear(screen.getByLabelText('Who read it aloud?'));
  const year = screen.getByLabelText('Year');
  await user.clear(year);
  await user.type(year, '2999');
  await press(user, 'Record the answer');
  for (const said of [
    'Choose the reason that comes closest.',
    'Choose how you spoke.',
    'Enter who read it aloud.',
    'This time has not come yet. Check the day and the time.',
  ])
    expect(screen.getByRole('link', { name: said })).toBeVisible();
  expect(server.asked(SEND)).toHaveLength(0);
});

test('the answer is sent with the version, the form and the language that were read', async () => {
  const { user, server, detail } = await answering();
  await user.click(screen.getByRole('radio', { name: 'Yes, they want to take part' }));
  await user.click(screen.getByRole('radio', { name: 'By phone' }));
  await user.type(screen.getByLabelText(/own words/), 'Yes, on Mondays.');
  await press(user, 'Record the answer');
  await expect.poll(() => server.asked(SEND)).toHaveLength(1);
  const sent = server.asked(SEND)[0]?.body as VerbalRequest;
  expect(sent).toMatchObject({
    version: detail.version,
    form: 'a'.repeat(64),
    language: 'en',
    answer: 'consent',
    by: 'phone',
    said: 'Yes, on Mondays.',
    reason: null,
  });
  expect(Date.parse(sent.answeredAt)).toBeLessThanOrEqual(Date.now());
});
