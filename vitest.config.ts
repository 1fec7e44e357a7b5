import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { testToolsEnv } from './scripts/lib/testTools.mjs';
import { iPad, launchOptions } from './tests/harness/browser.ts';

/** What is built into the page, for code that runs outside of it. */
const define = { __APP_VERSION__: JSON.stringify('0.0.0+test') };

const files = (...folders: string[]) => folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

// So that Vitest started by itself finds the same tools as `npm test`.
Object.assign(process.env, testToolsEnv());

export default defineConfig({
  test: {
    // By default one core is left idle, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        define,
        test: {
          name: 'unit',
          include: files('domain', 'contract', 'server', 'house', 'conformance', 'faults'),
          testTimeout: 20_000,
          hookTimeout: 60_000, // starts PostgreSQL
        },
      },
      {
        define,
        plugins: [preact()],
        test: {
          name: 'dom',
          include: files('local', 'ui', 'consent', 'kiosk', 'frontdesk', 'member', 'sw'),
          environment: 'jsdom',
          setupFiles: ['tests/harness/consoleGuard.ts'],
          testTimeout: 30_000, // properties are tried with many values, on machines with other work to do
        },
      },
      {
        define,
        plugins: [preact()],
        test: {
          name: 'browser',
          include: files('browser'),
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: iPad.viewport,
            provider: playwright({ launchOptions, contextOptions: { hasTouch: iPad.hasTouch } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        define,
        test: {
          name: 'webkit',
          include: files('webkit'),
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false, // one browser at a time: each has a screen and a network process of its own
        },
      },
      {
        define,
        test: { name: 'firefox', include: files('firefox'), testTimeout: 300_000, hookTimeout: 120_000 },
      },
    ],
  },
});
