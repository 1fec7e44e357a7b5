import { test, expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { en } from '../../src/member/account/text/en.ts';
import { findsNothing } from '../harness/axe.ts';
import { accountLinkIn, choosePassword, mailTo, signInApp, signInAs } from '../harness/memberScreens.ts';
import { startServer } from '../harness/server.ts';
import { aSmtpServer } from '../harness/smtp.ts';

const nguyen = { email: 'nguyen.1950@example.net', birthDate: '1950-01-01', name: 'Nguyễn' };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test.use(phone);

/** The browser's own authenticator for tests: a device with a finger that is right, or is not. */
async function aDeviceWithAFinger(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    wrongFinger: (wrong: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: !wrong }),
  };
}

test('a passkey is set up, opens the account without a password, and opens nothing once it is removed', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const smtp = await aSmtpServer();
  const server = await startServer({ SMTP_URL: smtp.url, MAIL_FROM: 'forms@bayside.example' });
  try {
    await signInApp(page, server, smtp, nguyen);
    await page.goto(accountLinkIn(await mailTo(smtp, nguyen.email, 2)));
    await choosePassword(page);
    const device = await aDeviceWithAFinger(page);
    const inside = page.getByRole('button', { name: en.home.signOut });

    await device.wrongFinger(true);
    await page.getByRole('button', { name: en.passkeys.make }).click();
    await expect(page.getByText(en.passkeys.left)).toBeVisible({ timeout: 70_000 });
    expect(server.query('select id from passkey')).toEqual([]);
    await device.wrongFinger(false);
    await page.getByRole('button', { name: en.passkeys.make }).click();
    await expect(page.getByText(en.passkeys.made)).toBeVisible();
    await expect(page.getByText(en.passkeys.neverUsed)).toBeVisible();
    await findsNothing('passkeys', page);

    await inside.click();
    const sent = page.waitForRequest('**/passkey/login');
    await page.getByRole('button', { name: en.passkeys.signIn }).click();
    await expect(inside).toBeVisible();
    await expect(page.getByText(/Used last on/)).toBeVisible();
    // Whoever heard the answer can't use it again: its challenge is used up.
    const replayed = await page.request.post(`${server.url}/api/member/passkey/login`, {
      headers: { origin: server.url, 'content-type': 'application/json' },
      data: (await sent).postData() ?? '',
    });
    expect(await replayed.json()).toMatchObject({ status: 403, code: 'passkey-wrong' });

    await page.getByRole('button', { name: new RegExp(`^${en.passkeys.remove}`) }).click();
    await expect(page.getByText(en.passkeys.removed)).toBeVisible();
    await inside.click();
    await page.getByRole('button', { name: en.passkeys.signIn }).click();
    await expect(page.getByText('This passkey does not open an account here')).toBeVisible();
    await signInAs(page, nguyen.email);
    await expect(inside).toBeVisible();
  } finally {
    await server.close();
    await smtp.close();
  }
});
