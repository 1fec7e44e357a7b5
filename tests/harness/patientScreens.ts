import { expect, type Page } from '@playwright/test';
import { en } from '../../src/consent/text/en.ts';
import { es } from '../../src/consent/text/es.ts';
import { confirmBirthDateIn } from './tabletScreens.ts';

/** The patient's way in either language, by the words that are on screen. */

export const LANGUAGES = ['en', 'es'] as const;
export type PatientLanguage = (typeof LANGUAGES)[number];
export const wordsOf: Record<PatientLanguage, typeof en> = { en, es };
const ownNames = { en: 'English', es: 'Español' } as const;

/** From the greeting, in whatever language it greets, to the first part of the form in `language`. */
export async function beginIn(page: Page, language: PatientLanguage, birthDate: string): Promise<void> {
  const words = wordsOf[language];
  await page.getByRole('button', { name: ownNames[language] }).click();
  await page.getByRole('button', { name: words.welcome.begin }).click();
  await confirmBirthDateIn(page, birthDate, words.birthDate.confirm);
  await expect(page.getByRole('heading', { name: words.languageChoice.title })).toBeVisible();
  await expect(page.getByRole('radio', { name: ownNames[language] })).toBeChecked();
  await page.getByRole('button', { name: words.next }).click();
  await expect(page.getByRole('heading', { name: words.how.title })).toBeVisible();
  await page.getByRole('button', { name: words.next }).click();
}

/** Ticks every part and answers every question, up to the choice of how to sign. */
export async function readIn(page: Page, language: PatientLanguage): Promise<void> {
  const words = wordsOf[language];
  const heading = page.getByRole('heading', { level: 1 });
  for (let screens = 0; screens < 20; screens++) {
    const title = (await heading.textContent()) ?? '';
    if (title === words.way.title) return;
    const tick = page.getByRole('checkbox');
    if (await tick.isVisible()) {
      await tick.check();
    } else {
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: words.question.check, exact: true }).click();
    }
    await page.getByRole('button', { name: words.next }).click();
    await expect(heading).not.toHaveText(title);
  }
  throw new Error('the form does not end');
}

export async function wayIn(
  page: Page,
  language: PatientLanguage,
  way: keyof (typeof en)['way']['ways'],
): Promise<void> {
  const words = wordsOf[language];
  await page.getByRole('radio', { name: words.way.ways[way].label }).check();
  await page.getByRole('button', { name: words.next }).click();
}

/** From the review to what is said once the answer is kept. */
export async function finishIn(page: Page, language: PatientLanguage): Promise<void> {
  const words = wordsOf[language].review;
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
  await page.getByRole('button', { name: words.finish }).click();
}
