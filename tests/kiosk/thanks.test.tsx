/** The thanks: they close by themselves in the end, but warn before, and one tap keeps them. */
import 'fake-indexeddb/auto';
import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Answered } from '../../src/kiosk/Answered.tsx';
import type { ChangeOfMind } from '../../src/kiosk/changeOfMind.ts';
import { heading, press } from '../consent/flow.tsx';
import { aRunning, now, pass, stopTheClock } from './patient.tsx';

const seal = vi.fn<ChangeOfMind['seal']>(async () => 'envelope-2');

beforeEach(async () => {
  stopTheClock();
  seal.mockClear();
  const answer = {
    envelope: 'envelope-1',
    kind: 'consent',
    look: { language: 'en', textSize: 1, contrast: 'normal' },
    languages: ['en', 'es'],
    takeBack: { patient: 'Ana Ruiz', seal },
  } as const;
  render(<Answered {...await aRunning()} answer={answer} household="household-1" />);
});
afterEach(() => vi.useRealTimers());

const warned = () => screen.queryByRole('alert');

test('warn half a minute before they close, and then close', async () => {
  await pass(59);
  expect(warned()).toBeNull();
  await pass(3);
  expect(warned()).toHaveTextContent('In half a minute we will close this screen');
  expect(warned()).toHaveTextContent('ask the front desk if you change your mind');
  await pass(25);
  expect(heading()).toBe('Thank you');
  await pass(5);
  expect(now()).toEqual({ who: 'closing', household: 'household-1' });
});

test('stay for whoever taps, with the way to change one’s mind', async () => {
  for (let again = 0; again < 3; again++) {
    await pass(80);
    expect(warned()).not.toBeNull();
    await press('I am still here');
    expect(warned()).toBeNull();
  }
  await press('I changed my mind');
  await pass(55);
  expect(heading()).toBe('Take back your signature?');
  await pass(10);
  expect(warned()).toHaveTextContent('In half a minute');
  await press('Keep my signature');
  await pass(40);
  expect(heading(), 'any touch extends').toBe('Thank you');
});

test('can be read in the other language, and an answer is taken back in the language that was read', async () => {
  await press('Español');
  expect(heading()).toBe('Gracias');
  await press(/^A\+\+, /);
  expect(document.querySelector('.patient')).toHaveAttribute('data-text-size', '3');
  await press('Cambié de opinión');
  await press('Retirarla');
  expect(seal).toHaveBeenCalledWith(expect.stringMatching(/^Cambié de opinión\. .*Ana Ruiz\.$/), 'es');
  await expect.poll(() => now()).toMatchObject({ who: 'answered', answer: { kind: 'withdrawal' } });
});
