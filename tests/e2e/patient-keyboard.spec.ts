import { test, expect, type Page } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { readToSigning } from '../harness/tabletScreens.ts';

/** The whole way by keyboard alone: what has the focus is found by role and name, as a screen reader tells it. */

type Focused = { role: string; name: string };

test('invariant 1: a patient reads, answers and signs by keyboard alone, and is told what a screen reader needs', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  await withHandedOff(desk, {}, async ({ page, server }) => {
    await startsAtHeading(page, 'Hello, Margaret');
    await pressButton(page, 'Begin');
    await startsAtHeading(page, 'When were you born?');
    await typeDate(page, ['3', '9', '1950']);
    await expect(page.getByText('You can try 2 more times.')).toBeVisible();
    await typeDate(page, ['3', '9', '1947']);
    await startsAtHeading(page, 'Which language do you want to read?');
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'How this works');
    await pressButton(page, 'Go on');

    await startsAtHeading(page, 'Reading and signing on this screen');
    await pressButton(page, 'Go on');
    await expect(page.getByRole('alert')).toContainText('Please read this part');
    const heading = page.getByRole('heading', { level: 1 });
    for (let screens = 0; screens < 20; screens++) {
      const title = (await heading.textContent()) ?? '';
      if (title === 'How do you want to sign?') break;
      if (screens > 0) await startsAtHeading(page, title);
      if (await page.getByRole('checkbox').isVisible()) {
        await tabToRole(page, 'checkbox');
        await page.keyboard.press('Space');
        await expect(page.getByRole('checkbox')).toBeChecked();
      } else {
        await tabToRole(page, 'radio');
        await page.keyboard.press('Space');
        await pressButton(page, 'Check');
        await expect(page.getByRole('status').filter({ hasText: /right|Not quite/ })).toBeVisible();
      }
      await pressButton(page, 'Go on');
      await expect(heading).not.toHaveText(title);
    }

    await startsAtHeading(page, 'How do you want to sign?');
    await tabToRole(page, 'radio');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Type my name' })).toBeChecked();
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Your signature');
    await pressButton(page, 'Go on');
    await expect(page.getByRole('alert')).toContainText('Please sign first');
    await tabTo(page, { role: 'textbox', name: 'Your full name' });
    await page.keyboard.type('Margaret Whitfield');
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Please check before you finish');
    await pressButton(page, 'Sign and finish');
    await startsAtHeading(page, 'Thank you');
    await expect(page.getByRole('status').filter({ hasText: /Safe|Account created/ })).toBeVisible();
    await pressButton(page, 'Done');
    await startsAtHeading(page, 'Please give the iPad back');
    await expect
      .poll(() => server.query('select kind from consent'), { timeout: 30_000 })
      .toEqual([{ kind: 'consent' }]);
  });
});

test('a question to staff, a representative’s no and its change of mind go by keyboard alone', async ({
  page: desk,
}) => {
  test.setTimeout(180_000);
  await withHandedOff(desk, {}, async ({ page, server }) => {
    await pressButton(page, 'Begin');
    await typeDate(page, ['3', '9', '1947']);
    await startsAtHeading(page, 'Which language do you want to read?');
    await pressButton(page, 'I have a question');
    await startsAtHeading(page, 'We will help you');
    await pressButton(page, 'Go back to where I was');
    await startsAtHeading(page, 'Which language do you want to read?');

    await pressButton(page, 'I do not want this');
    await startsAtHeading(page, 'You do not want this');
    await pressButton(page, 'Say no and finish');
    await expect(page.getByRole('alert')).toContainText('Please choose a reason');
    await backToHeading(page);
    await tabToRole(page, 'radio');
    await page.keyboard.press('Space');
    await tabTo(page, { role: 'checkbox', name: 'I answer for Margaret Whitfield as the legal representative.' });
    await page.keyboard.press('Space');
    await tabTo(page, { role: 'textbox', name: 'Your full name' });
    await page.keyboard.type('Thomas Whitfield');
    for (const choice of ['What are you to Margaret Whitfield?', 'Why can Margaret Whitfield not sign?']) {
      await page.keyboard.press('Tab');
      await tabToRole(page, 'radio');
      await page.keyboard.press('Space');
      await expect(page.getByRole('group', { name: choice }).getByRole('radio').first()).toBeChecked();
    }
    await pressButton(page, 'Say no and finish');
    await startsAtHeading(page, 'Thank you for telling us');

    await pressButton(page, 'I changed my mind');
    await startsAtHeading(page, 'Take back your no?');
    await pressButton(page, 'Take it back');
    await startsAtHeading(page, 'You took your answer back');
    await expect
      .poll(() => server.query('select kind from consent order by kind'), { timeout: 30_000 })
      .toEqual([{ kind: 'declination' }, { kind: 'withdrawal' }]);
  });
});

test('a representative who signs goes by keyboard alone', async ({ page: desk }) => {
  test.setTimeout(180_000);
  await withHandedOff(desk, {}, async ({ page }) => {
    await readToSigning(page, '1947-03-09');
    await tabToRole(page, 'radio');
    for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Someone signs for me/ })).toBeChecked();
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Who signs for the patient?');
    await pressButton(page, 'Go on');
    await expect(page.getByText('Please enter your full name.')).toBeVisible();
    await backToHeading(page);
    await tabTo(page, { role: 'textbox', name: 'Your full name' });
    await page.keyboard.type('Thomas Whitfield');
    await tabToRole(page, 'radio');
    await page.keyboard.press('Space');
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Why can Margaret Whitfield not sign?');
    await tabToRole(page, 'radio');
    await page.keyboard.press('Space');
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Your signature');
    await tabToRole(page, 'radio');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, { role: 'textbox', name: 'Your full name' });
    await page.keyboard.type('Thomas Whitfield');
    await pressButton(page, 'Go on');
    await startsAtHeading(page, 'Please check before you finish');
    await expect(page.getByText('Legal representative of Margaret Whitfield').first()).toBeVisible();
  });
});

/** From anywhere on the screen to its beginning, as Shift and Tab do in many presses. */
async function backToHeading(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).focus();
}

/** On arrival the heading has the focus: a screen reader begins there. */
async function startsAtHeading(page: Page, name: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
}

async function pressButton(page: Page, name: string): Promise<void> {
  await tabTo(page, { role: 'button', name });
  await page.keyboard.press('Enter');
}

async function typeDate(page: Page, [month, day, year]: [string, string, string]): Promise<void> {
  for (const [part, digits] of Object.entries({ Month: month, Day: day, Year: year })) {
    await tabTo(page, { role: 'textbox', name: part });
    await page.keyboard.type(digits);
  }
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, wanted: Focused): Promise<void> {
  const target = page.getByRole(wanted.role as 'button', { name: wanted.name, exact: true });
  await tabUntil(page, `${wanted.role} "${wanted.name}"`, () =>
    target.evaluate((one) => one === document.activeElement),
  );
}

async function tabToRole(page: Page, role: 'checkbox' | 'radio'): Promise<void> {
  await tabUntil(page, role, () =>
    page.evaluate(
      (type) => document.activeElement instanceof HTMLInputElement && document.activeElement.type === type,
      role,
    ),
  );
}

async function tabUntil(page: Page, what: string, reached: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
    const { outlined, name } = await page.evaluate(() => {
      const focused = document.activeElement;
      const style = focused ? getComputedStyle(focused) : undefined;
      // A radio’s or a box’s ring is drawn around its card.
      const card = focused?.closest('.choice');
      const outline = card ? getComputedStyle(card).outlineStyle : style?.outlineStyle;
      return {
        outlined: focused === document.body || outline !== 'none',
        name: focused?.outerHTML.slice(0, 120) ?? '',
      };
    });
    expect(outlined, `the focus can be seen on ${name}`).toBe(true);
  }
  throw new Error(`${what} cannot be reached by Tab`);
}
