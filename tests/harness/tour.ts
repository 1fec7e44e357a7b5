import { expect, type Page } from '@playwright/test';
import { logIn, pairingCode } from './consoleScreens.ts';
import { fillPeople, households } from './householdScreens.ts';
import { tourOfRooms } from './roomsTour.ts';
import { startServer } from './server.ts';
import {
  chooseWay,
  confirmBirthDate,
  draw,
  handOver,
  nameRepresentative,
  nameWitness,
  pair,
  queueRow,
  sayWhy,
  typePin,
  unlock,
} from './tabletScreens.ts';
import { startTablet } from './tabletBrowser.ts';

/** Called on each screen, with a name for it. */
export type Visit = (screen: string, page: Page) => Promise<void>;

type TourOptions = { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' };

/** Walks through every screen of the tablet, from pairing to hand-back, as staff and patient do. */
export async function tourOfTablet(desk: Page, options: TourOptions, visit: Visit): Promise<void> {
  const server = await startServer();
  const tablet = await startTablet(options);
  const page = tablet.page();
  try {
    const staff = server.login('front-desk');
    await logIn(desk, server.url, staff);
    const code = await pairingCode(desk);
    await page.goto(`${server.url}/tablet`);
    await expect(page.getByLabel('Code')).toBeVisible();
    await visit('tablet-pairing', page);
    await pair(page, server.url, code, 'Front desk 1');
    await expect(page.getByRole('button', { name: staff.name })).toBeVisible();
    await visit('tablet-locked', page);
    await page.getByRole('button', { name: staff.name }).click();
    await visit('tablet-pin', page);
    await typePin(page, staff.pin === '000000' ? '111111' : '000000');
    await expect(page.getByText(/That PIN is wrong/)).toBeVisible();
    await visit('tablet-wrong-pin', page);
    await page.getByRole('button', { name: 'That is not me' }).click();
    await unlock(page, staff);
    await expect(queueRow(page, 'Margaret Whitfield')).toBeVisible();
    await visit('tablet-queue', page);
    await page.getByRole('button', { name: 'Paper form' }).click();
    await expect(page.getByText('Take a picture', { exact: true })).toBeVisible();
    await visit('tablet-picture', page);
    await page.getByRole('button', { name: 'Patients' }).click();
    await queueRow(page, 'Margaret Whitfield').click();
    await expect(page.getByText('Can keep a signature')).toBeVisible();
    await visit('tablet-hand-over', page);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await handOver(page, 'Margaret Whitfield');
    await visit('patient-welcome', page);
    await page.getByRole('button', { name: 'Begin' }).click();
    await visit('patient-birth-date', page);
    await confirmBirthDate(page, '1950-01-01');
    await expect(page.getByText(/not the date we have/)).toBeVisible();
    await visit('patient-birth-date-wrong', page);
    await confirmBirthDate(page, '1947-03-09');
    await expect(page.getByRole('heading', { name: 'Which language do you want to read?' })).toBeVisible();
    await visit('patient-language', page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('heading', { name: 'How this works' })).toBeVisible();
    await visit('patient-how-it-works', page);
    await page.getByRole('button', { name: 'I do not want this' }).click();
    await visit('patient-decline', page);
    await page.getByRole('checkbox', { name: /legal representative/ }).check();
    await visit('patient-decline-for-patient', page);
    await page.getByRole('button', { name: 'Go back to reading' }).click();
    await page.getByRole('button', { name: 'I have a question' }).click();
    await visit('patient-help', page);
    await page.getByRole('button', { name: 'Go back to where I was' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    await reading(page, visit);
    await visit('patient-way', page);
    await waysOfSigning(page, visit);
    await chooseWay(page, 'Draw my signature');
    await visit('patient-sign', page);
    await draw(page);
    await visit('patient-sign-drawn', page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('heading', { name: 'Please check before you finish' })).toBeVisible();
    await visit('patient-review', page);
    await server.stop();
    await page.getByRole('button', { name: 'Sign and finish' }).click();
    await expect(page.getByText('Safe on this iPad')).toBeVisible();
    await visit('patient-thank-you', page);
    await page.getByRole('button', { name: 'I changed my mind' }).click();
    await visit('patient-change-mind', page);
    await page.getByRole('button', { name: 'Keep my signature' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await visit('tablet-closing', page);
    await unlock(page, staff);
    await page.getByRole('button', { name: 'What was signed' }).click();
    await expect(page.getByRole('cell', { name: 'Safe on this iPad' })).toBeVisible();
    await visit('tablet-safety', page);
    await server.start();
    await expect(page.getByRole('cell', { name: 'Account created' })).toBeVisible({ timeout: 60_000 });
    await visit('tablet-safety-done', page);
  } finally {
    await tablet.close();
    await server.close();
  }
}

/** All parts and questions: a picture of the first two parts and the first question stands for the rest. */
async function reading(page: Page, visit: Visit): Promise<void> {
  const signing = page.getByRole('heading', { name: 'How do you want to sign?' });
  const heading = page.getByRole('heading', { level: 1 });
  let part = 0;
  let question = 0;
  while (!(await signing.isVisible())) {
    const title = (await heading.textContent()) ?? '';
    const tick = page.getByRole('checkbox');
    if (await tick.isVisible()) {
      part += 1;
      if (part <= 3) await visit(`patient-part-${part}`, page);
      if (part === 1) {
        await page.getByRole('button', { name: 'Go on' }).click();
        await expect(page.getByText('Please read this part')).toBeVisible();
        await visit('patient-part-not-ticked', page);
      }
      await tick.check();
    } else {
      question += 1;
      if (question === 1) await visit('patient-question', page);
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      if (question === 1) await visit('patient-question-explained', page);
    }
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(heading).not.toHaveText(title);
  }
}

/** The ways besides drawing: typed, a mark with its witness, a representative. Ends where it began. */
async function waysOfSigning(page: Page, visit: Visit): Promise<void> {
  const back = page.getByRole('button', { name: 'Back', exact: true });
  await chooseWay(page, 'Type my name');
  await visit('patient-sign-typed', page);
  await back.click();
  await chooseWay(page, 'Make a mark');
  await draw(page);
  await visit('patient-sign-mark', page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await visit('patient-witness', page);
  await nameWitness(page);
  await visit('patient-witness-sign', page);
  await page.getByRole('radio', { name: 'Type my name' }).check();
  await page.getByLabel('Your full name').fill('Keisha Brown');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Please check before you finish' })).toBeVisible();
  await visit('patient-review-mark', page);
  await page.getByRole('button', { name: 'Change how I signed' }).click();
  await chooseWay(page, 'Someone signs for me');
  await visit('patient-representative', page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Please enter your full name.')).toBeVisible();
  await visit('patient-representative-missing', page);
  await nameRepresentative(page);
  await visit('patient-why-not-self', page);
  await sayWhy(page);
  await visit('patient-sign-representative', page);
  for (let steps = 0; steps < 3; steps++) await back.click();
}

/** Walks through every screen of the console that this session has. */
export async function tourOfConsole(page: Page, visit: Visit): Promise<void> {
  const server = await startServer();
  try {
    await page.goto(server.url);
    await expect(page.getByLabel('Log-in name')).toBeVisible();
    await visit('console-log-in', page);
    await logIn(page, server.url, server.login('front-desk'));
    await expect(page.getByRole('link', { name: 'Margaret Whitfield' })).toBeVisible();
    await visit('console-invitations', page);
    await page.getByRole('link', { name: 'Margaret Whitfield' }).click();
    await expect(page.getByRole('heading', { name: 'Story' })).toBeVisible();
    await visit('console-invitation', page);
    await page.getByRole('navigation').getByRole('link', { name: 'Add Members' }).click();
    await expect(page.getByLabel('Last name')).toBeVisible();
    await visit('console-add-members', page);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { name: /^There (is a|are \d+) problem/ })).toBeVisible();
    await visit('console-add-members-mistakes', page);
    await addKnownCouple(page, visit);
    await pairingCode(page);
    await visit('console-tablets', page);
    await tourOfRooms(page, server, visit);
  } finally {
    await server.close();
  }
}

/** A couple with a caregiver, who are in the sample already: every screen of Add Members has something to show. */
async function addKnownCouple(page: Page, visit: Visit): Promise<void> {
  const [, couple, family] = households;
  if (!couple || !family) throw new Error('the sample has no couple');
  await fillPeople(page, { ...couple, relatedCaregivers: family.relatedCaregivers ?? [] });
  await visit('console-add-members-household', page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'When to contact them' })).toBeVisible();
  await visit('console-add-members-contact', page);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Before this is sent' })).toBeVisible();
  await visit('console-add-members-confirm', page);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByRole('heading', { name: 'That’s it!' })).toBeVisible();
  await visit('console-thats-it', page);
}
