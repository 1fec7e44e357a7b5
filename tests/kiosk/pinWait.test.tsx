/** Wrong PINs slow down the next, also over a reload. */
import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { UnlockResult } from '../../src/local/vault.ts';
import { UnlockForm } from '../../src/kiosk/UnlockForm.tsx';
import { press } from '../consent/flow.tsx';
import { aRunning, staff } from './patient.tsx';

const digits = ['4', '9', '3', '8', '1', '7'];

test('after wrong PINs the pad waits, and a page that is loaded anew waits on', async () => {
  let tries = 0;
  const { tablet } = await aRunning(async (): Promise<UnlockResult> => {
    tries += 1;
    return { ok: false, problem: 'wrong-pin', triesLeft: 5 };
  });
  const form = <UnlockForm tablet={tablet} onUnlocked={() => undefined} />;
  const { unmount } = render(form);
  await screen.findByRole('button', { name: staff.name });
  await press(staff.name);
  for (const digit of digits) await press(digit);
  expect(await screen.findByText('Please wait 6 seconds.')).toBeVisible();
  unmount();

  render(form);
  await screen.findByRole('button', { name: staff.name });
  await press(staff.name);
  expect(screen.getByText(/^Please wait [4-6] seconds\.$/)).toBeVisible();
  for (const digit of digits) await press(digit);
  expect(tries).toBe(1);
});
