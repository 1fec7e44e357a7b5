import { test, expect } from '@playwright/test';
import { startChangingProxy } from '../harness/changingProxy.ts';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { draw, finish, handOver, pair, readEverything, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

test('invariant 7: a new version waits while a patient reads and signs, and takes over on the locked screen', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  const server = await startServer();
  const proxy = await startChangingProxy(server.url);
  const tablet = await startTablet();
  const page = tablet.page();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await pair(page, proxy.url, await pairingCode(desk), 'Front desk 1');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await unlock(page, staff);
    await handOver(page, 'Margaret Whitfield');
    await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));

    proxy.newVersion();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await readEverything(page, '1947-03-09');
    await draw(page);
    await finish(page);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
    await unlock(page, staff);
    expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);

    await page.getByRole('button', { name: 'Lock' }).click();
    await page.waitForFunction(() => !('stillTheSamePage' in window));
    await expect(page.getByRole('heading', { name: 'This iPad is locked' })).toBeVisible();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
  } finally {
    await tablet.close();
    await proxy.close();
    await server.close();
  }
});
