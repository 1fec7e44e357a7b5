import { expect, type Page } from '@playwright/test';
import { en as kioskEn } from '../../src/kiosk/text/en.ts';
import { es as kioskEs } from '../../src/kiosk/text/es.ts';
import { confirmBirthDateIn } from './tabletScreens.ts';
import { drawWithPen } from './ink.ts';
import { wordsOf, type PatientLanguage } from './patientScreens.ts';
import type { Visit } from './tour.ts';

const kioskWordsOf = { en: kioskEn, es: kioskEs } as const;
const ownNames = { en: 'English', es: 'Español' } as const;

type Tour = { page: Page; language: PatientLanguage; birthDate: string; visit: Visit };

/** Every screen that a patient sees, from the greeting to the thanks, in one language. */
export async function patientTour(tour: Tour): Promise<void> {
  const { page, language, visit } = tour;
  const words = wordsOf[language];
  const kiosk = kioskWordsOf[language];
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  await press(ownNames[language]);
  await visit('01-welcome', page);
  await press(words.welcome.begin);
  await visit('02-birth-date', page);
  await confirmBirthDateIn(page, '1950-01-01', words.birthDate.confirm);
  await expect(page.getByText(words.birthDate.wrong(2))).toBeVisible();
  await visit('03-birth-date-wrong', page);
  await confirmBirthDateIn(page, tour.birthDate, words.birthDate.confirm);
  await expect(page.getByRole('heading', { name: words.languageChoice.title })).toBeVisible();
  await visit('04-language', page);
  await press(words.next);
  await visit('05-how-it-works', page);
  await press(words.next);
  await reading(tour);
  await visit('20-way', page);
  await signing(tour);
  await press(words.review.finish);
  await expect(page.getByRole('heading', { name: kiosk.answered.kinds.consent.title })).toBeVisible();
  await visit('40-thank-you', page);
  await press(kiosk.answered.changedMind);
  await visit('41-change-mind', page);
  await press(kiosk.changeMind.kinds.consent.keep);
}

async function reading({ page, language, visit }: Tour): Promise<void> {
  const words = wordsOf[language];
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  const other = wordsOf[language === 'en' ? 'es' : 'en'];
  for (let place = 6; ; place++) {
    const title = (await heading.textContent()) ?? '';
    if (title === words.way.title) return;
    const tick = page.getByRole('checkbox');
    const name = String(place).padStart(2, '0');
    if (await tick.isVisible()) {
      await visit(`${name}-part`, page);
      if (place === 6) {
        await press(words.notWanted);
        await page.getByRole('checkbox').check();
        await visit(`${name}-part-decline`, page);
        await press(words.decline.back);
        await press(words.haveQuestion);
        await visit(`${name}-part-help`, page);
        await press(words.help.back);
        await press(words.next);
        await expect(page.getByText(words.clause.tickFirst)).toBeVisible();
        await visit(`${name}-part-not-ticked`, page);
      }
      await tick.check();
      if (place === 7) {
        await press(other.clause.readHere);
        await visit(`${name}-part-flipped`, page);
        await press(words.clause.readHere);
      }
    } else {
      await page.getByRole('radio').first().check();
      await press(words.question.check);
      await visit(`${name}-question`, page);
    }
    await press(words.next);
    await expect(heading).not.toHaveText(title);
  }
}

/** Each way once; the last one is drawn, and stays. */
async function signing({ page, language, visit }: Tour): Promise<void> {
  const words = wordsOf[language];
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const way = async (which: keyof typeof words.way.ways): Promise<void> => {
    await page.getByRole('radio', { name: words.way.ways[which].label }).check();
    await press(words.next);
  };
  await way('representative');
  await visit('21-representative', page);
  await press(words.next);
  await expect(page.getByText(words.representative.nameMissing)).toBeVisible();
  await visit('22-representative-missing', page);
  await page.getByLabel(words.representative.name).fill('Dorothy Freeman');
  await page.getByRole('radio', { name: words.representative.relationships.child }).check();
  await press(words.next);
  await visit('23-why-not-self', page);
  await page.getByRole('radio', { name: words.representative.whys['cannot-decide'] }).check();
  await press(words.next);
  await page.getByRole('radio', { name: words.sign.type }).check();
  await page.getByLabel(words.sign.typedLabel).fill('Dorothy Freeman');
  await visit('24-representative-signs', page);
  await press(words.next);
  await visit('25-representative-review', page);
  await press(words.review.change);
  await way('mark');
  await drawWithPen(page, page.locator('canvas'));
  await visit('26-mark', page);
  await press(words.next);
  await page.getByLabel(words.witness.name).fill('Keisha Brown');
  await page.getByLabel(words.witness.address).fill('12 Bay Street, Tampa, FL 33602');
  await visit('27-witness', page);
  await press(words.next);
  await drawWithPen(page, page.locator('canvas'));
  await visit('28-witness-signs', page);
  await press(words.next);
  await visit('29-mark-review', page);
  await press(words.review.change);
  await way('type');
  await page.getByLabel(words.sign.typedLabel).fill('M. Whitfield');
  await visit('30-type', page);
  await press(words.back);
  await way('draw');
  await press(words.next);
  await expect(page.getByText(words.sign.missing)).toBeVisible();
  await visit('31-draw-missing', page);
  await drawWithPen(page, page.locator('canvas'));
  await visit('32-drawn', page);
  await press(words.next);
  await expect(page.getByRole('heading', { name: words.review.title })).toBeVisible();
  await visit('33-review', page);
}
