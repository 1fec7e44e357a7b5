import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Browser } from 'puppeteer-core';
import { inviteCouple } from '../harness/coupleAtDesk.ts';
import { startSecureServer, type SecureServer } from '../harness/secureServer.ts';
import { startFirefox } from './browser.ts';
import { deskIn } from './desk.ts';

describe('the front desk in Firefox', () => {
  let server: SecureServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startSecureServer(), startFirefox()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('invites a couple with a caregiver, and finds them in Invitations', async () => {
    await inviteCouple(deskIn(await browser.newPage()), server);
  });
});
