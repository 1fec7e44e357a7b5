import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { withHandedOff } from '../harness/handedOff.ts';
import { before, first, patientEdges } from '../harness/patientEdges.ts';
import { LANGUAGES, type PatientLanguage } from '../harness/patientScreens.ts';
import { patientTour } from '../harness/patientTour.ts';

const folder = process.env.PICTURES ?? join('.cache', 'pictures');

/** An iPad mini that stands, and the 11 and 13 inch ones that lie. */
const sizes = { '8.3-inch': [744, 1133], '11-inch': [1180, 820], '13-inch': [1366, 1024] } as const;

/** Small enough to keep all of them in docs: half as wide, in few colours. */
async function take(size: string, language: PatientLanguage, screen: string, page: Page): Promise<void> {
  const file = join(folder, 'patient', `${size}-${language}`, `${screen}.png`);
  mkdirSync(dirname(file), { recursive: true });
  const picture = sharp(await page.screenshot({ fullPage: true }));
  const { width } = await picture.metadata();
  await picture
    .resize({ width: Math.round(width / 2) })
    .png({ palette: true, colours: 16, dither: 0, effort: 10 })
    .toFile(file);
}

for (const [size, [width, height]] of Object.entries(sizes)) {
  for (const language of LANGUAGES) {
    const viewport = { width, height };
    const visit = (screen: string, page: Page): Promise<void> => take(size, language, screen, page);
    test(`patient, ${size}, ${language}`, async ({ page: desk }) => {
      await withHandedOff(desk, { viewport }, async ({ page }) => {
        await patientTour({ page, language, birthDate: '1947-03-09', visit });
      });
    });
    test(`beside the patient’s way, ${size}, ${language}`, async ({ page: desk }) => {
      await withHandedOff(desk, { name: first.name, viewport, before }, async ({ page, server }) => {
        await patientEdges({ page, url: server.url, language, staff: server.login('front-desk'), visit });
      });
    });
  }
}
