import type { Page } from '@playwright/test';
import { logIn, pairingCode } from './consoleScreens.ts';
import { startServer, type TestServer } from './server.ts';
import { handOver, pair, unlock } from './tabletScreens.ts';
import { startTablet, type TabletBrowser } from './tabletBrowser.ts';

/** A tablet of the sample practice in a patient's hands, served by a worker, and the desk that watches. */
export type HandedOff = { server: TestServer; tablet: TabletBrowser; page: Page; desk: Page };

type Options = {
  name?: string;
  viewport?: { width: number; height: number };
  /** Before the tablet's page loads anything. */
  before?: (page: Page) => Promise<void>;
};

export async function withHandedOff(desk: Page, options: Options, work: (given: HandedOff) => Promise<void>) {
  const server = await startServer();
  const tablet = await startTablet(options.viewport ? { viewport: options.viewport } : {});
  const page = tablet.page();
  try {
    await options.before?.(page);
    await logIn(desk, server.url, server.login('front-desk'));
    await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(page, server.login('front-desk'));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await handOver(page, options.name ?? 'Margaret Whitfield');
    await work({ server, tablet, page, desk });
  } finally {
    await tablet.close();
    await server.close();
  }
}
