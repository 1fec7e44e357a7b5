import { test, expect as atOnce, type Page } from '@playwright/test';
import { logIn } from '../harness/consoleScreens.ts';
import { giveThousands } from '../harness/history.ts';
import { startServer } from '../harness/server.ts';

/** Two pages and a server share the cores of a test machine: what is at once for a person may take longer here. */
const expect = atOnce.configure({ timeout: 20_000 });

test('10,000 invitations are searched, filtered and paged; how long it took is printed', async ({ page }) => {
  test.setTimeout(240_000);
  const server = await startServer();
  try {
    giveThousands(server, 10_000);
    await logIn(page, server.url, server.login('front-desk'));
    await expect(page.getByText('10,013 invitations')).toBeVisible();
    const times: Record<string, number> = {};
    const took = async (what: string, act: () => Promise<void>): Promise<void> => {
      const start = performance.now();
      await act();
      times[what] = Math.round(performance.now() - start);
    };
    await took('a name', () => search(page, 'ibanez 9884', '1 invitation matches'));
    await took('a part of many', () => search(page, 'garcia', '1,000 invitations match'));
    await took('a phone', () => search(page, '(813) 555-5432', '1 invitation matches'));
    await took('none', () => search(page, 'nobody of this name', 'No invitation matches.'));
    await took('all again', () => search(page, '', '10,013 invitations'));
    await took('a filter', async () => {
      await page.getByRole('combobox', { name: 'State' }).selectOption('Cancelled');
      await expect(page.getByText('1,428 invitations match')).toBeVisible();
    });
    await took('the last page', async () => {
      await page.goto(`${server.url}/invitations?from=10000`);
      await expect(page.getByText('10001 to 10013 of 10013')).toBeVisible();
    });
    console.log('10,000 invitations, in ms:', JSON.stringify(times));
  } finally {
    await server.close();
  }
});

async function search(page: Page, typed: string, count: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search' }).fill(typed);
  await expect(page.getByText(count)).toBeVisible();
}
