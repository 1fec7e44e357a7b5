import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { iPad, launchOptions } from './browser.ts';

/** A Chromium that stands for an iPad: it keeps its data over restarts, and can be killed at any moment. */
export type TabletBrowser = {
  page: () => Page;
  context: () => BrowserContext;
  /** SIGKILL to all of its processes, as when the battery dies. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

type Options = { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark'; locale?: string };

export async function startTablet(options: Options = {}): Promise<TabletBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-tablet-'));
  let context: BrowserContext | undefined;

  async function start(): Promise<void> {
    context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...iPad, ...options });
  }
  function present(): BrowserContext {
    if (!context) throw new Error('the tablet is off');
    return context;
  }
  await start();
  return {
    page() {
      const [page] = present().pages();
      if (!page) throw new Error('the tablet shows no page');
      return page;
    },
    context: present,
    start,
    async kill() {
      const closed = new Promise((done) => present().once('close', done));
      killAllOf(profile);
      await closed;
      context = undefined;
    },
    async close() {
      await context?.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser's main process and its helpers have the profile's folder in their command line. */
function killAllOf(profile: string): void {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) process.kill(Number(id), 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
