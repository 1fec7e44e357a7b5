import { test, expect } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { startServer } from '../harness/server.ts';
import { handOver, pair, queueRow, sign, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

const patient = 'Margaret Whitfield';
const birthDate = '1947-03-09';

test('invariant 8: two tablets sign the same invitation offline: both kept, one account, staff see it', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  const server = await startServer();
  const tablets = await Promise.all([startTablet(), startTablet()]);
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    for (const [i, tablet] of tablets.entries()) {
      await pair(tablet.page(), server.url, await pairingCode(desk), `Front desk ${i + 1}`);
      await desk.goto(`${server.url}/invitations`);
      await unlock(tablet.page(), staff);
      await expect(queueRow(tablet.page(), patient)).toBeVisible();
    }
    await server.stop();
    await Promise.all(
      tablets.map(async (tablet) => {
        await handOver(tablet.page(), patient);
        await sign(tablet.page(), birthDate);
      }),
    );
    await server.start();
    for (const tablet of tablets) {
      await expect(tablet.page().getByText('Account created')).toBeVisible({ timeout: 60_000 });
    }
    expect(server.query('select id from envelope')).toHaveLength(2);
    expect(server.query('select hash from ledger')).toHaveLength(2);
    expect(server.query('select id from account')).toHaveLength(1);
    expect(server.query<{ kind: string }>('select kind from envelope_conflict')).toEqual([{ kind: 'signed-twice' }]);
    await desk.goto(`${server.url}/invitations`);
    await expect(desk.getByRole('row', { name: new RegExp(patient) })).toContainText('Needs a look');
    await desk.getByRole('link', { name: patient }).click();
    await expect(desk.getByText('Please look at this')).toBeVisible();
  } finally {
    await Promise.all(tablets.map((tablet) => tablet.close()));
    await server.close();
  }
});
