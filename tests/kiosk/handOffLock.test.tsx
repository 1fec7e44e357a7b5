/** Which keys are the browser's and so are let pass by nobody, and which a person needs to write. */
import '../ui/dom.ts';
import { render } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { useHandOffLock } from '../../src/kiosk/useHandOffLock.ts';

function HandedOff() {
  useHandOffLock();
  return <input aria-label="name" />;
}

let page: Element;
let field: Element;

beforeEach(() => {
  const { container, getByRole } = render(<HandedOff />);
  page = container;
  field = getByRole('textbox');
});

type Keys = KeyboardEventInit & { key: string };

function isPrevented(where: Element, keys: Keys): boolean {
  return !where.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
}

const shortcuts: Keys[] = [
  { key: 'F5' },
  { key: 'F11' },
  { key: 'F12' },
  { key: 'BrowserBack' },
  { key: 'r', ctrlKey: true },
  { key: 'R', ctrlKey: true, shiftKey: true },
  { key: 'p', metaKey: true },
  { key: 'l', metaKey: true },
  { key: 't', ctrlKey: true },
  { key: 'ArrowLeft', altKey: true },
  { key: 'Home', altKey: true },
  { key: '[', metaKey: true },
];

test.each(shortcuts)('%j is prevented, on the page and in a field', (keys) => {
  expect(isPrevented(page, keys)).toBe(true);
  expect(isPrevented(field, keys)).toBe(true);
});

test.each<Keys>([
  { key: 'a', ctrlKey: true },
  { key: 'd', altKey: true },
])('%j is prevented on the page', (keys) => {
  expect(isPrevented(page, keys)).toBe(true);
});

test.each<Keys>([{ key: 'n' }, { key: 'Tab' }, { key: 'ArrowDown' }, { key: 'Enter' }, { key: ' ' }])(
  '%j does what it does',
  (keys) => {
    expect(isPrevented(page, keys)).toBe(false);
    expect(isPrevented(field, keys)).toBe(false);
  },
);

test.each<Keys>([
  { key: 'v', ctrlKey: true },
  { key: 'z', metaKey: true },
  { key: 'ArrowLeft', ctrlKey: true },
  // An accent by the Option key, and a sign by AltGr, which Windows tells as Control and Alt.
  { key: 'ñ', altKey: true },
  { key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true },
])('%j writes in a field', (keys) => {
  expect(isPrevented(field, keys)).toBe(false);
});
