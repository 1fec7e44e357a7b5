// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeviceDoor } from '../../src/local/deviceDoor.ts';
import { listenOnce } from '../../src/local/listen.ts';

/** A stream that says what it is told to, when it is told to. */
function aStream() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  let signal: AbortSignal | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const door: Pick<DeviceDoor, 'stream'> = {
    async stream(_path, given) {
      signal = given;
      given.addEventListener('abort', () => controller.error(given.reason));
      return new Response(body);
    },
  };
  return {
    door: door as DeviceDoor,
    stopped: () => signal?.aborted,
    say: (text: string) => controller.enqueue(new TextEncoder().encode(text)),
    end: () => controller.close(),
  };
}

const never = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('listening for nudges', () => {
  test('each change is told once, also where a packet ends in the middle of a word', async () => {
    const stream = aStream();
    const changed = vi.fn<() => void>();
    const listening = listenOnce(stream.door, never, changed);
    stream.say('event: hello\ndata: \n\n');
    stream.say('event: change\nda');
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    stream.say('ta: \n\nevent: ch');
    stream.say('ange\r\ndata: \r\n\r\n: still here\n\n');
    stream.end();
    expect(await listening).toBe(true);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('a stream that can not be had is told', async () => {
    const door = { stream: async () => undefined } as unknown as DeviceDoor;
    expect(await listenOnce(door, never, () => {})).toBe(false);
  });

  test('forty seconds of silence end it: such a stream is dead and does not know', async () => {
    const stream = aStream();
    const listening = listenOnce(stream.door, never, () => {});
    await vi.advanceTimersByTimeAsync(39_000);
    stream.say(': still here\n\n');
    await vi.advanceTimersByTimeAsync(39_000);
    expect(stream.stopped()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stream.stopped()).toBe(true);
    expect(await listening).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('whoever started it can end it', async () => {
    const stream = aStream();
    const stop = new AbortController();
    const listening = listenOnce(stream.door, stop.signal, () => {});
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    expect(await listening).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
