import { screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { aReadyDraft, openFlow, press } from './flow.tsx';

/** “I have a question”: what is said of the desk is true. */

function asking(told: boolean) {
  const calls: boolean[] = [];
  const callDesk = async (calling: boolean): Promise<boolean> => {
    calls.push(calling);
    return told;
  };
  openFlow({ draft: aReadyDraft(), callDesk });
  return calls;
}

test('the desk is called, and called off when the patient reads on', async () => {
  const calls = asking(true);
  await press('I have a question');
  expect(await screen.findByText('The front desk knows. Someone will come to you.')).toBeVisible();
  expect(calls).toEqual([true]);
  await press('Go back to where I was');
  expect(calls).toEqual([true, false]);
});

test('a desk that can not be told is not said to know', async () => {
  asking(false);
  await press('I have a question');
  expect(await screen.findByText(/could not be told from here/)).toBeVisible();
  expect(screen.queryByText(/front desk knows/)).toBeNull();
});

test('on a device of one’s own there is no desk to call', async () => {
  openFlow({ draft: aReadyDraft(), place: 'own-device' });
  await press('I have a question');
  expect(screen.queryByText(/front desk/)).toBeNull();
});
