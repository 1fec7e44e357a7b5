import { defineConfig } from '@playwright/test';
import { iPad, launchOptions } from './tests/harness/browser.ts';

/** Each test starts a server of its own (tests/harness/server.ts), so there is no web server here. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/harness/warmUp.ts',
  outputDir: '.cache/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0, // a test that passes now and then is a bug to be found
  timeout: 90_000,
  // Milliseconds: machines that test have other work to do. Nothing here is waited for in vain.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  use: {
    ...iPad,
    browserName: 'chromium',
    launchOptions,
    ignoreHTTPSErrors: true,
    trace: 'retain-on-failure',
  },
});
