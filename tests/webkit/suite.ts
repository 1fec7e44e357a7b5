/** A group of tests that need a real WebKit: skipped, and saying why, where there is none. */
import { afterAll, beforeAll, describe } from 'vitest';
import { startWebKit, type WebKit } from './browser.ts';
import { buildHost } from './host.ts';

const host = await buildHost();

/** Set (to anything) where WebKit must be there, as on the build server: the tests then fail rather than skip. */
const isRequired = Boolean(process.env.COUNTERSIGN_WEBKIT);

/** Of each test and hook, in milliseconds: what is waited for has its own time (until.ts), and a busy machine is no failure. */
const timeout = 300_000;

/**
 * Declares tests that share one screen. `webkit()` opens browsers, inside tests and hooks; what is still open at the end
 * is killed. Without the packages it is skipped, with the reason in its title, unless COUNTERSIGN_WEBKIT is set.
 */
export function describeWebKit(title: string, declare: (webkit: () => WebKit) => void): void {
  const reason = host.ok ? '' : ` (not run here: ${host.sentence})`;
  describe.skipIf(!host.ok && !isRequired)(`${title}${reason}`, { timeout }, () => {
    let webkit: WebKit | undefined;
    beforeAll(async () => {
      webkit = await startWebKit();
    }, timeout);
    afterAll(async () => {
      await webkit?.close();
    }, timeout);
    declare(() => {
      if (!webkit) throw new Error('WebKit is there inside tests and hooks only.');
      return webkit;
    });
  });
}
