/** How tests start Chromium: the same browser and flags, whichever runner starts it. */
import type { LaunchOptions } from '@playwright/test';
import { testToolsEnv } from '../../scripts/lib/testTools.mjs';

/** Set by `npm test`; found here when a runner is started by itself. Absent where there is no Chromium. */
const chromium: string | undefined = process.env.COUNTERSIGN_CHROMIUM ?? testToolsEnv().COUNTERSIGN_CHROMIUM;

/** Nothing but the page under test goes out, and it runs as root and without a graphics card too. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For `chromium.launch`, and for `chromium.launchPersistentContext` where a test ends the browser with SIGKILL. */
export const launchOptions: LaunchOptions = { executablePath: chromium, args: flags };

/** A 11-inch iPad lying down. */
export const iPad = { viewport: { width: 1180, height: 820 }, hasTouch: true };
