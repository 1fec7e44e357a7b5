import { expect, type Page } from '@playwright/test';
import type { SampleLogin } from '../../src/contract/staffApi.ts';
import { en as kioskEn } from '../../src/kiosk/text/en.ts';
import { es as kioskEs } from '../../src/kiosk/text/es.ts';
import { beginIn, wordsOf, type PatientLanguage } from './patientScreens.ts';
import { confirmBirthDateIn, typePin, unlock } from './tabletScreens.ts';
import type { Visit } from './tour.ts';

const kioskWordsOf = { en: kioskEn, es: kioskEs } as const;

/** Two of one household: the second one comes next. */
export const first = { name: 'Robert Ashby Sr', greeting: 'Robert', birthDate: '1938-05-17' };
const next = 'Robert Ashby Jr.';

type Edges = { page: Page; url: string; language: PatientLanguage; staff: SampleLogin; visit: Visit };

/** For the tour's clock: nobody waits for two minutes. */
export const before = (page: Page): Promise<void> => page.clock.install();

/**
 * The screens beside the way: idle, cover, staff, no, change of mind, hand-back, ask the desk, trouble. Begins where the
 * first of a household has the tablet, on a page whose clock was installed.
 */
export async function patientEdges(edges: Edges): Promise<void> {
  await idleAndStaff(edges);
  await sayingNo(edges);
  await handingBack(edges);
  await trouble(edges);
}

async function idleAndStaff({ page, language, staff, visit }: Edges): Promise<void> {
  const kiosk = kioskWordsOf[language];
  const { birthDate } = wordsOf[language];
  await beginIn(page, language, first.birthDate);
  await page.clock.runFor(91_000);
  await expect(page.getByText(kiosk.idle.title)).toBeVisible();
  await visit('50-idle-warning', page);
  await press(page, kiosk.idle.goOn);
  await page.clock.runFor(125_000);
  await expect(page.getByRole('heading', { name: kiosk.cover.title })).toBeVisible();
  await visit('51-cover', page);
  for (const left of [2, 1]) {
    await confirmBirthDateIn(page, '1950-01-01', birthDate.confirm);
    await expect(page.getByText(birthDate.wrong(left))).toBeVisible();
  }
  await visit('52-cover-wrong', page);
  await confirmBirthDateIn(page, '1950-01-01', birthDate.confirm);
  await expect(page.getByText(kiosk.cover.askDesk)).toBeVisible();
  await visit('53-cover-ask-desk', page);
  await press(page, kiosk.cover.staff);
  await expect(page.getByRole('button', { name: staff.name })).toBeVisible();
  await visit('54-staff', page);
  await press(page, staff.name);
  await visit('55-staff-pin', page);
  await typePin(page, staff.pin);
  await expect(page.getByRole('heading', { name: kiosk.goOn.title })).toBeVisible({ timeout: 20_000 });
  await visit('56-go-on', page);
  await press(page, kiosk.goOn.goOn(first.greeting));
}

async function sayingNo({ page, language, visit }: Edges): Promise<void> {
  const kiosk = kioskWordsOf[language];
  const words = wordsOf[language];
  const titles = kiosk.answered.kinds;
  await press(page, words.notWanted);
  await page.getByRole('radio').first().check();
  await press(page, words.decline.confirm);
  await expect(page.getByRole('heading', { name: titles.declination.title })).toBeVisible();
  await visit('60-said-no', page);
  await page.clock.runFor(61_000);
  await expect(page.getByText(kiosk.answered.closing)).toBeVisible();
  await visit('61-thanks-close-soon', page);
  await press(page, kiosk.idle.goOn);
  await press(page, kiosk.answered.changedMind);
  await visit('62-take-back-no', page);
  await press(page, kiosk.changeMind.kinds.declination.take);
  await expect(page.getByRole('heading', { name: titles.withdrawal.title })).toBeVisible();
  await visit('63-took-it-back', page);
  await press(page, kiosk.answered.done);
}

async function handingBack({ page, language, staff, visit }: Edges): Promise<void> {
  const words = wordsOf[language];
  await expect(page.getByRole('button', { name: staff.name })).toBeVisible();
  await visit('70-closing', page);
  await unlock(page, staff);
  const hand = page.getByRole('button', { name: kioskEn.queue.next(next), exact: true });
  await expect(hand).toBeVisible();
  await visit('71-next-in-household', page);
  await hand.click();
  await page.getByRole('button', { name: kioskEn.handOver.handOver }).click();
  await press(page, { en: 'English', es: 'Español' }[language]);
  await press(page, words.welcome.begin);
  for (const left of [2, 1]) {
    await confirmBirthDateIn(page, '1950-01-01', words.birthDate.confirm);
    await expect(page.getByText(words.birthDate.wrong(left))).toBeVisible();
  }
  await confirmBirthDateIn(page, '1950-01-01', words.birthDate.confirm);
  await expect(page.getByRole('heading', { name: words.here.practice.askTitle })).toBeVisible();
  await visit('72-ask-desk', page);
}

/** A page of its own, whose storage is refused. */
async function trouble({ page, url, visit }: Edges): Promise<void> {
  const broken = await page.context().newPage();
  await broken.setViewportSize(page.viewportSize() ?? { width: 744, height: 1133 });
  await broken.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await broken.goto(`${url}/tablet`);
  await expect(broken.getByRole('heading', { name: kioskEn.trouble.title })).toBeVisible();
  await visit('73-trouble', broken);
  await broken.close();
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}
