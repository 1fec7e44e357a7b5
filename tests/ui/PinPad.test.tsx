import './dom.ts';
import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PinPad } from '../../src/ui/PinPad.tsx';

const status = () => screen.getByRole('status');
const filledDots = () => document.querySelectorAll('.pin-dot-filled').length;

test('neither the screen nor what is read out tells a digit, only how many there are', async () => {
  const user = userEvent.setup();
  render(<PinPad label="PIN of Dana" onComplete={() => {}} />);
  const before = screen.getByRole('group').textContent.replace('0 of 6', '');
  for (const digit of ['7', '7', '4']) await user.click(screen.getByRole('button', { name: digit }));
  expect(status()).toHaveTextContent('3 of 6 digits entered');
  expect(filledDots()).toBe(3);
  expect(screen.getByRole('group').textContent.replace('3 of 6', '')).toBe(before);
  expect(document.querySelector('input')).toBeNull();
});

test('the keyboard types too, and takes digits back', async () => {
  const user = userEvent.setup();
  let pin = '';
  render(<PinPad label="PIN of Dana" onComplete={(typed) => (pin = typed)} />);
  expect(screen.getByRole('group')).toHaveFocus();
  await user.keyboard('1239{Backspace}456');
  expect(pin).toBe('123456');
});

test('a complete PIN is handed over once, and the pad is empty again', async () => {
  const user = userEvent.setup();
  const pins: string[] = [];
  render(<PinPad label="PIN of Dana" onComplete={(typed) => pins.push(typed)} />);
  await user.keyboard('111111');
  expect(filledDots()).toBe(0);
  await user.keyboard('22');
  expect(pins).toEqual(['111111']);
  expect(filledDots()).toBe(2);
});

test('while it is busy it says so and takes nothing', async () => {
  const user = userEvent.setup();
  const pins: string[] = [];
  render(<PinPad label="PIN of Dana" onComplete={(typed) => pins.push(typed)} busy="Unlocking…" />);
  await user.keyboard('123456');
  await user.click(screen.getByRole('button', { name: '1' }));
  expect(pins).toEqual([]);
  expect(status()).toHaveTextContent('Unlocking…');
});

test('a wrong PIN is said at once', () => {
  const { rerender } = render(<PinPad label="PIN of Dana" onComplete={() => {}} />);
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  rerender(<PinPad label="PIN of Dana" onComplete={() => {}} message="That PIN is not right. 8 tries are left." />);
  expect(screen.getByRole('alert')).toHaveTextContent('8 tries are left');
});
