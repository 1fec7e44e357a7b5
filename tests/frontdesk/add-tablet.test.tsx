import '../ui/dom.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { NewHousehold } from '../../src/contract/householdApi.ts';
import { newId } from '../../src/contract/newId.ts';
import { AddMembers } from '../../src/frontdesk/add/AddMembers.tsx';
import type { HouseholdHost, KeptDraft } from '../../src/frontdesk/add/host.ts';
import { drRuiz } from './builders.ts';
import { fillPatient, heading, press } from './console.tsx';

/** Add Members as a tablet without a network has it: no addresses, no server, nothing but what is on it. */
function aTabletHost() {
  const queued: NewHousehold[] = [];
  let kept: KeptDraft | undefined;
  const host: HouseholdHost = {
    practice: () => ({
      practitioners: [drRuiz, { id: newId(), name: 'Dr. Ben Cole' }],
      languages: ['en'],
      method: 'tablet',
      zone: 'America/New_York',
    }),
    async send(household) {
      queued.push(household);
      const members = household.members.map(({ invitation, patient: { name, email }, method }) => ({
        invitation,
        name,
        email,
        method,
        username: null,
      }));
      return { ok: true, value: { at: 'tablet', members } };
    },
    usernames: async () => ({ ok: true, value: 'later' }),
    duplicates: async ([first]) => ({
      ok: true,
      value: {
        among: 'tablet',
        duplicates: [
          {
            key: first?.key ?? '',
            reasons: ['record-number'],
            invitation: newId(),
            name: { first: 'Margaret', last: 'Whitfield' },
            birthDate: '1947-03-09',
            recordNumber: null,
            state: 'waiting',
            createdAt: '2026-01-05T15:00:00.000Z',
          },
        ],
      },
    }),
    drafts: {
      load: async () => kept,
      save: async (draft) => void (kept = draft),
      clear: async () => void (kept = undefined),
    },
  };
  return { host, queued, kept: () => kept };
}

test('on a tablet: added without a network, and said where it is safe', async () => {
  const { host, queued, kept } = aTabletHost();
  const onDone = vi.fn<() => void>();
  const address = location.href;
  render(<AddMembers host={host} onDone={onDone} />);
  const user = userEvent.setup();
  await fillPatient(user);
  expect(kept()?.members[0]?.last).toBe('Whitfield');
  await press(user, 'Next');
  await press(user, 'Next');
  await heading('Before this is sent');
  expect(screen.getByText('Only the invitations on this iPad were looked through.')).toBeVisible();
  expect(screen.getByText('A username is made when the practice has this.')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();

  await press(user, 'Back');
  await heading('When to contact them');
  await press(user, 'Next');
  await press(user, 'Send anyway');
  await heading('That’s it!');
  expect(screen.getByText(/safe on this iPad/)).toBeVisible();
  expect(screen.getByText(/The invitation is on this iPad\. Hand it over/)).toBeVisible();
  expect(queued).toHaveLength(1);
  expect(kept()).toBeUndefined();
  expect(location.href).toBe(address);
  await press(user, 'Done');
  expect(onDone).toHaveBeenCalledOnce();
});

test('the same host has the same half-filled form, whatever was on screen meanwhile', async () => {
  const { host } = aTabletHost();
  const user = userEvent.setup();
  const { unmount } = render(<AddMembers host={host} />);
  await user.type(await screen.findByLabelText('Last name'), 'Whitfield');
  unmount();
  render(<AddMembers host={host} />);
  expect(await screen.findByLabelText('Last name')).toHaveValue('Whitfield');
});
