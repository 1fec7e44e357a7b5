import { test, expect } from '@playwright/test';
import { addMember, logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startFaultProxy } from '../harness/faultProxy.ts';
import { startServer } from '../harness/server.ts';
import { pair, queueRow, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

test('a new invitation appears on the tablet by itself, by a nudge and, where streams are cut, by looking; how long it took is printed', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  const server = await startServer();
  const proxy = await startFaultProxy(() => server.url);
  const tablet = await startTablet();
  const page = tablet.page();
  const times: Record<string, number> = {};
  const appears = async (last: string, how: string): Promise<void> => {
    await addMember(desk, { first: 'Ada', last, birthDate: '3/9/1950', email: `${last.toLowerCase()}@example.org` });
    const added = performance.now();
    await expect(queueRow(page, `Ada ${last}`)).toBeVisible();
    times[how] = Math.round(performance.now() - added);
  };
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    const streams: string[] = [];
    page.on('request', (request) => request.url().includes('/api/device/events') && streams.push(request.url()));
    await pair(page, proxy.url, await pairingCode(desk), 'Front desk 1');
    await unlock(page, staff);
    await expect.poll(() => streams.length).toBeGreaterThan(0);
    await appears('Nudged', 'nudged');

    proxy.fault = (path) => (path.startsWith('/api/device/events') ? 'server-error' : 'none');
    await page.reload();
    await unlock(page, staff);
    await expect.poll(() => proxy.broken.length).toBeGreaterThan(0);
    await appears('Polled', 'polled');
    console.log('from the console to the tablet, in ms:', JSON.stringify(times));
  } finally {
    await tablet.close();
    await proxy.close();
    await server.close();
  }
});
