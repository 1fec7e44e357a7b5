import { test, expect, type Page } from '@playwright/test';
import { logIn } from '../harness/consoleScreens.ts';
import { enterHousehold, fillPeople, households, type HouseholdData } from '../harness/householdScreens.ts';
import { startPractice } from '../harness/newPractice.ts';

/** Add Members in a real browser: by keyboard alone, left in the middle, and told of people who are known. */

const practitioners = ['Dr. Ana Ruiz', 'Dr. Priya Natarajan'] as const;
const [margaret] = households as [HouseholdData, ...HouseholdData[]];

/** Tab until the control of this name has the focus, as somebody without a mouse finds it. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      const labels = [...(focused?.labels ?? [])].map((one) => one.textContent).join(' ');
      return (labels || focused?.textContent || '').replace(/\s+/g, ' ').trim();
    });
    if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

test('a couple with a caregiver is invited by keyboard alone', async ({ page }) => {
  const { server, frontDesk } = await startPractice(page, practitioners);
  const type = async (name: string, text: string): Promise<void> => {
    await tabTo(page, name);
    await page.keyboard.type(text);
  };
  try {
    await logIn(page, server.url, frontDesk);
    await tabTo(page, 'Add Members');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Add Members' })).toBeFocused();
    await type('First names', 'José Luis');
    await type('Last name', 'Peña-Ibáñez');
    await type('Date of birth', '12311941');
    await type('Sex', 'Male');
    await type('Phone', '813-555-0177');
    await type('E-mail', 'familia.pena@example.org');
    await type('Billing practitioner', 'Dr. Ana');
    await tabTo(page, 'Add Related Patient');
    await page.keyboard.press('Enter');
    await page.keyboard.type('spouse');
    await type('First names', 'María del Carmen');
    await type('Last name', 'Ibáñez de Peña');
    await type('Date of birth', '02291944');
    await type('Sex', 'Female');
    await tabTo(page, 'On Tablet');
    // In App can be reached, but without an address it is not chosen.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Add Related Caregiver');
    await page.keyboard.press('Enter');
    await page.keyboard.type('son');
    await type('First names', 'Luis');
    await type('Last name', 'Peña');
    await type('E-mail', 'luis@example.org');
    await tabTo(page, 'Yes');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'When to contact them' })).toBeFocused();
    await tabTo(page, 'Tue');
    await page.keyboard.press('Space');
    await type('From', '2:00');
    await type('Note', 'Después del almuerzo.');
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Confirm the username' })).toBeFocused();
    await tabTo(page, 'Confirm and send');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'That’s it!' })).toBeFocused();
    expect(
      server.query('select first, relationship, username from patient order by created_at, id').map(plain),
    ).toEqual([
      { first: 'José Luis', relationship: null, username: null },
      { first: 'María del Carmen', relationship: 'spouse', username: 'mariadelcarm.ibanezdepena' },
    ]);
    expect(server.query('select method from invitation order by id').map(plain)).toEqual([
      { method: 'tablet' },
      { method: 'paper' },
    ]);
    expect(server.query('select first, legal_representative from caregiver').map(plain)).toEqual([
      { first: 'Luis', legal_representative: 0 },
    ]);
  } finally {
    await server.close();
  }
});

test('the same people again are pointed out, and staff decide', async ({ page }) => {
  const { server, frontDesk } = await startPractice(page, practitioners);
  try {
    await logIn(page, server.url, frontDesk);
    await enterHousehold(page, margaret);
    await fillPeople(page, margaret);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Before this is sent' })).toBeVisible();
    await expect(page.getByText(/same name and date of birth and same medical record number/)).toBeVisible();
    await expect(page.getByText('Not signed yet')).toBeVisible();
    const opening = page.waitForEvent('popup');
    await page.getByRole('link', { name: /^Open the other invitation of Margaret Whitfield/ }).click();
    await expect((await opening).getByRole('heading', { level: 1, name: 'Margaret Whitfield' })).toBeVisible();
    expect(server.query('select id from invitation')).toHaveLength(1);
    await page.getByRole('button', { name: 'Send anyway' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'That’s it!' })).toBeVisible();
    expect(server.query('select id from invitation')).toHaveLength(2);
  } finally {
    await server.close();
  }
});

test('a half-filled form outlives reload and log-out, and nobody can read it on this computer', async ({ page }) => {
  const { server, frontDesk } = await startPractice(page, practitioners);
  try {
    await logIn(page, server.url, frontDesk);
    await fillPeople(page, margaret);
    await page.reload();
    await expect(page.getByText(/^Your unfinished form of .+ is here again\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Log out' }).click();
    await logIn(page, server.url, frontDesk, /./);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Add Members Unfinished/ })
      .click();
    await expect(page.getByLabel('Last name')).toHaveValue(margaret.patient.last);
    expect(await page.evaluate(everythingStored)).not.toContain(margaret.patient.last);
    await page.goBack();
    await page.goForward();
    await expect(page.getByLabel('Medical record number')).toHaveValue(margaret.patient.recordNumber ?? '');
  } finally {
    await server.close();
  }
});

/** What the databases of this page hold, bytes as text. */
async function everythingStored(): Promise<string> {
  const found: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => done(opening.result));
    });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.addEventListener('success', () => done(reading.result as unknown[]));
      });
      const text = (_key: string, value: unknown): unknown =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
      found.push(name, JSON.stringify(rows, text));
    }
    database.close();
  }
  if (!found.includes('countersign-desk')) throw new Error('no form is kept');
  return found.join('\n');
}

/** Rows come without a prototype. */
function plain(row: unknown): object {
  return { ...(row as object) };
}
