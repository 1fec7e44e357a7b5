import { test, expect } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { handOver, pair, queueRow, sign, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

test('staff add a member on the tablet without a network, who signs at once; all of it arrives once', async ({
  page: desk,
}) => {
  test.setTimeout(150_000);
  const server = await startServer();
  const tablet = await startTablet();
  const page = tablet.page();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
    await unlock(page, staff);
    await expect(queueRow(page, 'Margaret Whitfield')).toBeVisible();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await server.stop();

    await page.getByRole('button', { name: 'Add Members' }).click();
    await page.getByLabel('First names').fill('Ágnes');
    await page.getByLabel('Last name').fill("O'Hara");
    await page.getByLabel('Date of birth').fill('2/28/1943');
    await page.getByLabel('Sex').selectOption('Female');
    await page.getByLabel('Billing practitioner').selectOption({ index: 1 });

    // Half-filled, and the tablet is locked meanwhile: the form is there again.
    await page.getByRole('button', { name: 'Lock' }).click();
    await unlock(page, staff);
    await page.getByRole('button', { name: 'Add Members' }).click();
    await expect(page.getByLabel('Last name')).toHaveValue("O'Hara");

    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: 'When to contact them' })).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: /^(Confirm and send|Send)/ }).click();
    await expect(page.getByRole('heading', { name: 'That’s it!' })).toBeVisible();
    await page.getByRole('button', { name: 'Patients' }).click();
    await handOver(page, 'Ágnes');
    await sign(page, '1943-02-28');
    await expect(page.getByText('Safe on this iPad')).toBeVisible();
    expect(server.query("select id from patient where last = 'O''Hara'")).toHaveLength(0);

    await server.start();
    await expect(page.getByText('Account created')).toBeVisible({ timeout: 60_000 });
    expect(server.query("select id from patient where last = 'O''Hara'")).toHaveLength(1);
    expect(server.query<{ kind: string }>('select kind from ledger order by seq')).toEqual([
      { kind: 'household' },
      { kind: 'consent' },
    ]);
    expect(server.query<{ handle: string }>('select handle from account')).toEqual([{ handle: 'agnes.ohara' }]);
    await desk.goto(`${server.url}/invitations`);
    await expect(desk.getByRole('link', { name: "Ágnes O'Hara" })).toBeVisible();
  } finally {
    await tablet.close();
    await server.close();
  }
});
