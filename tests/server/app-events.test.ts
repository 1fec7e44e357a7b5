import { afterEach, beforeEach, expect, test } from 'vitest';
import { anApp, aPracticeWithLogin, ask, doorOf, logIn, type TestApp } from '../harness/app.ts';
import { aPractice, aTablet, type TestPractice } from '../harness/builders.ts';

/** The stream that says that something changed, never what. */

let stopping: AbortController;
let app: TestApp;
let practice: TestPractice;

beforeEach(async () => {
  stopping = new AbortController();
  app = await anApp({ stopping: stopping.signal });
  practice = await aPracticeWithLogin(app);
});
afterEach(() => app.close());

type Listen = () => Promise<Response>;
const listeners: [who: string, listen: Listen][] = [
  ['the console', async () => ask(app, 'GET', '/api/staff/events', { cookie: await logIn(app) })],
  [
    'a tablet',
    async () => {
      const door = doorOf(app, await aTablet(practice));
      const response = await door.stream('/api/device/events', new AbortController().signal);
      if (!response) throw new Error('the tablet got no stream');
      return response;
    },
  ],
];

test.each(listeners)(
  '%s hears at once, and again when its own practice changes, and of no other',
  async (_who, listen) => {
    const other = await aPractice(app.store);
    const response = await listen();
    expect(response.headers.get('Content-Type')).toMatch(/^text\/event-stream/);
    const events = eventsOf(response);
    expect(await events.next()).toBe('event: change\ndata: ');
    app.deps.nudges.nudge(other.id);
    app.deps.nudges.nudge(practice.id);
    expect(await events.next()).toBe('event: change\ndata: ');
    stopping.abort();
    expect(await events.next()).toBeUndefined();
  },
);

test('a stream that its reader left is not written to any more', async () => {
  const events = eventsOf(await ask(app, 'GET', '/api/staff/events', { cookie: await logIn(app) }));
  await events.next();
  await events.close();
  app.deps.nudges.nudge(practice.id);
  expect(app.deps.logged.filter((line) => line.level > 30)).toEqual([]);
});

test('when the server stops, streams end, those that begin then as well', async () => {
  const cookie = await logIn(app);
  const before = eventsOf(await ask(app, 'GET', '/api/staff/events', { cookie }));
  await before.next();
  stopping.abort();
  expect(await before.next()).toBeUndefined();
  const after = eventsOf(await ask(app, 'GET', '/api/staff/events', { cookie }));
  expect(await after.next()).toBe('event: change\ndata: ');
  expect(await after.next()).toBeUndefined();
});

/** Reads a stream event by event; undefined when it has ended. */
function eventsOf(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the answer has no body');
  let rest = '';
  return {
    async next(): Promise<string | undefined> {
      for (;;) {
        const end = rest.indexOf('\n\n');
        if (end >= 0) {
          const event = rest.slice(0, end);
          rest = rest.slice(end + 2);
          return event;
        }
        const { done, value } = await reader.read();
        if (done) return undefined;
        rest += value;
      }
    },
    close: () => reader.cancel(),
  };
}
