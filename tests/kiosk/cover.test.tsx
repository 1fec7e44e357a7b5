/** The cover after a rest, and the two ways on from it: the patient's birth date, or staff's PIN. */
import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../src/consent/draft.ts';
import type { HandOff } from '../../src/kiosk/handOff.ts';
import { PatientTurn } from '../../src/kiosk/PatientTurn.tsx';
import { aDraft, aForm, at, choose, confirmBirthDate, heading, press } from '../consent/flow.tsx';
import { aRunning, now, pass, staff, stopTheClock, vault } from './patient.tsx';

let saved: Draft[];

beforeEach(() => {
  stopTheClock();
  saved = [];
});
afterEach(() => vi.useRealTimers());

const reading: Partial<Draft> = { recognised: at(1), tries: 1, screen: { kind: 'clause', clause: 'stop' } };

async function handedOver(part: Partial<Draft> = reading): Promise<void> {
  const handOff: HandOff = {
    invitation: { id: 'invitation-1', household: 'household-1', name: { first: 'Ana', last: 'Ruiz' } },
    form: aForm(),
    formHash: 'ab'.repeat(32),
    fills: {
      patient: 'Ana Ruiz',
      practice: 'Bayside Family Practice',
      practicePhone: '(813) 555-0100',
      practitioner: 'Dr. Lee',
      programme: 'CCM',
    },
    draft: aDraft(part),
    save: async (draft: Draft) => void saved.push(draft),
  } as unknown as HandOff;
  Object.assign(handOff.invitation, { birthDate: '1947-03-09' });
  render(<PatientTurn {...await aRunning()} handOff={handOff} />);
}

async function staffUnlock(): Promise<void> {
  await press('Staff');
  await screen.findByRole('button', { name: staff.name });
  await press(staff.name);
  for (const digit of ['4', '9', '3', '8', '1', '7']) await press(digit);
}

describe('after staff’s PIN', () => {
  test('the patient goes on at the same place, and a cover is lifted with all of its tries', async () => {
    await handedOver();
    await pass(125);
    await confirmBirthDate('1/1/1950');
    await staffUnlock();
    await press('Go on with Ana');
    expect(heading()).toBe('How to stop');
    expect(now().who).toBe('nobody');
    await expect.poll(() => saved.at(-1)?.coverTries).toBe(0);
    await pass(80);
    expect(heading(), 'the rest is counted anew').toBe('How to stop');
  });

  test('staff may take the iPad back to their list', async () => {
    await handedOver();
    await staffUnlock();
    await press('Back to the list');
    expect(now()).toEqual({ who: 'staff', staff, vault });
  });

  test('an iPad that is left alone then is covered again, and the list is not open', async () => {
    await handedOver();
    await pass(125);
    await staffUnlock();
    await screen.findByRole('button', { name: 'Go on with Ana' });
    // It begins to count once it is painted: beside the clock of the patient's turn there is its own then.
    await expect.poll(() => vi.getTimerCount()).toBe(2);
    await pass(61);
    await expect.poll(heading).toBe('This screen is covered');
    expect(screen.queryByRole('button', { name: 'Back to the list' })).toBeNull();
    expect(now().who).toBe('nobody');
  });

  test('nobody goes on who could not say who they are', async () => {
    await handedOver({ tries: 3, screen: { kind: 'birth-date' } });
    expect(heading()).toBe('Please ask the front desk');
    await staffUnlock();
    await expect.poll(() => now().who).toBe('staff');
  });
});

test('90 seconds without a sign of life are warned of, and a tap, a key or scrolling goes on', async () => {
  const warned = () => screen.queryByRole('alert');
  await handedOver();
  await pass(89);
  expect(warned()).toBeNull();
  await pass(2);
  expect(warned()).toHaveTextContent('Are you still there?');
  await press('I am still here');
  expect(warned()).toBeNull();
  for (const sign of [new KeyboardEvent('keydown', { key: 'Tab' }), new Event('scroll'), new Event('pointerdown')]) {
    await pass(85);
    document.dispatchEvent(sign);
  }
  await pass(85);
  expect(warned()).toBeNull();
  await pass(40);
  expect(heading()).toBe('This screen is covered');
});

test('an iPad that slept shows the cover when it wakes, at once', async () => {
  await handedOver();
  // No timer runs while it sleeps.
  vi.setSystemTime(Date.now() + 600_000);
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(heading).toBe('This screen is covered');
});

test('a right birth date gives back the tries of the next cover', async () => {
  await handedOver();
  for (let rest = 0; rest < 3; rest++) {
    await pass(125);
    await confirmBirthDate('1/1/1950');
    expect(document.body).toHaveTextContent('You can try 2 more times.');
    await confirmBirthDate('3/9/1947');
    expect(heading()).toBe('How to stop');
  }
});

test('the cover can be read in the other language, larger and with more contrast, and names nobody', async () => {
  await handedOver();
  await pass(125);
  await press('Español');
  expect(heading()).toBe('Esta pantalla está tapada');
  await press(/^A\+\+, /);
  await press('Más contraste');
  expect(document.querySelector('.patient')).toHaveAttribute('data-text-size', '3');
  expect(document.querySelector('.patient')).toHaveAttribute('data-contrast', 'more');
  expect(document.body.textContent).not.toMatch(/Ana|Ruiz|1947|Bayside/);
});

test('what was open beside the way is there again behind the cover', async () => {
  await handedOver();
  await press('I do not want this');
  await choose('The cost worries me');
  await pass(125);
  expect(heading()).toBe('This screen is covered');
  await confirmBirthDate('3/9/1947');
  expect(heading()).toBe('You do not want this');
  expect(screen.getByRole('radio', { name: 'The cost worries me' })).toBeChecked();
});
