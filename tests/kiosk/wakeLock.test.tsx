import '../ui/dom.ts';
import { act, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useWakeLock } from '../../src/kiosk/useWakeLock.ts';

const held: { released: boolean; release: () => Promise<void> }[] = [];
const request = vi.fn(async () => {
  const lock = {
    released: false,
    async release() {
      this.released = true;
    },
  };
  held.push(lock);
  return lock;
});

function Reading({ wanted = true }: { wanted?: boolean }) {
  useWakeLock(wanted);
  return null;
}

beforeEach(() => {
  held.length = 0;
  request.mockClear();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, { wakeLock: { request } }));
});

afterEach(() => vi.unstubAllGlobals());

const settle = () => act(async () => await Promise.resolve());

test('keeps the screen on while a patient reads, and lets go when they are done', async () => {
  const { unmount } = render(<Reading />);
  await settle();
  expect(held.map((one) => one.released)).toEqual([false]);
  await act(async () => void unmount());
  expect(held.map((one) => one.released)).toEqual([true]);
});

test('takes it again when the page comes back: the browser let go while it was hidden', async () => {
  render(<Reading />);
  await settle();
  if (held[0]) held[0].released = true;
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(held.map((one) => one.released)).toEqual([true, false]);
  document.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(request).toHaveBeenCalledTimes(2);
});

test('does without where the browser has none, or refuses', async () => {
  request.mockRejectedValueOnce(new DOMException('low battery', 'NotAllowedError'));
  render(<Reading />);
  await settle();
  expect(held).toEqual([]);
  vi.stubGlobal('navigator', Object.create(Object.prototype) as object);
  expect(() => render(<Reading />)).not.toThrow();
});

test('is not taken while the screen is covered', async () => {
  render(<Reading wanted={false} />);
  await settle();
  expect(request).not.toHaveBeenCalled();
});
