import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changes, followChanges } from '../../src/frontdesk/live.ts';

/** The stream of the server, as a browser would give it: the network is faked, nothing else. */
class FakeStream extends EventTarget {
  static opened: FakeStream[] = [];
  closed = false;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeStream.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
  say(event: 'open' | 'change' | 'alive' | 'error'): void {
    this.dispatchEvent(new Event(event));
  }
}

const stream = () => FakeStream.opened.at(-1) as FakeStream;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
  FakeStream.opened = [];
  changes.value = 0;
  stop = followChanges();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('each change of the stream is a change here', () => {
  expect(stream().address).toBe('/api/staff/events');
  stream().say('open');
  stream().say('change');
  stream().say('change');
  expect(changes.value).toBe(2);
});

test('a living stream is not polled beside', () => {
  stream().say('open');
  for (let beat = 0; beat < 10; beat++) {
    vi.advanceTimersByTime(15_000);
    stream().say('alive');
  }
  expect(changes.value).toBe(0);
});

test('when the stream breaks, it looks at once, then every 15 seconds, and tries the stream again', () => {
  stream().say('error');
  expect(changes.value).toBe(1);
  vi.advanceTimersByTime(15_000);
  expect(changes.value).toBe(2);
  expect(FakeStream.opened).toHaveLength(2);

  stream().say('open');
  vi.advanceTimersByTime(45_000);
  expect(changes.value).toBe(2);
});

test('a stream that fell silent is taken for dead: no network tells that it is gone', () => {
  stream().say('open');
  const silent = stream();
  vi.advanceTimersByTime(60_000);
  expect(silent.closed).toBe(true);
  expect(changes.value).toBeGreaterThan(0);
});

test('whoever leaves hears nothing more', () => {
  stop();
  expect(stream().closed).toBe(true);
  vi.advanceTimersByTime(120_000);
  expect(changes.value).toBe(0);
});
