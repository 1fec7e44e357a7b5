import { join } from 'node:path';
import { test } from '@playwright/test';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { LANGUAGES } from '../harness/patientScreens.ts';
import { patientTour } from '../harness/patientTour.ts';
import { startServer } from '../harness/server.ts';
import { handOver, pair, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

const folder = process.env.PICTURES ?? join('.cache', 'pictures');

/** The patient's way on an iPad mini that stands, and on the 11 and 13 inch ones that lie. */
const sizes = { '8.3-inch': [744, 1133], '11-inch': [1180, 820], '13-inch': [1366, 1024] } as const;

for (const [size, [width, height]] of Object.entries(sizes)) {
  for (const language of LANGUAGES) {
    test(`patient, ${size}, ${language}`, async ({ page: desk }) => {
      const server = await startServer();
      const tablet = await startTablet({ viewport: { width, height } });
      const page = tablet.page();
      try {
        const staff = server.login('front-desk');
        await logIn(desk, server.url, staff);
        await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
        await unlock(page, staff);
        await handOver(page, 'Margaret Whitfield');
        await patientTour({
          page,
          language,
          birthDate: '1947-03-09',
          async visit(screen) {
            await page.screenshot({
              path: join(folder, `patient-${size}-${language}`, `${screen}.png`),
              fullPage: true,
            });
          },
        });
      } finally {
        await tablet.close();
        await server.close();
      }
    });
  }
}
