import { defineConfig } from '@playwright/test';
import { iPad, launchOptions } from '../harness/browser.ts';

/** Takes the pictures of all screens: `npm run pictures`. No test: it looks at nothing itself. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../.cache/pictures-run',
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  reporter: 'list',
  use: { ...iPad, browserName: 'chromium', launchOptions },
});
