import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Fixture, type FixturePage, serveFixture } from './fixture.ts';
import type { Page } from './page.ts';
import { describeWebKit } from './suite.ts';

describeWebKit('a page under test', (webkit) => {
  let fixture: Fixture;
  let page: Page;
  beforeAll(async () => {
    fixture = await serveFixture();
    ({ page } = await webkit().open({ profile: await webkit().newProfile() }));
  });
  beforeEach(() => page.goto(fixture.url));
  afterAll(() => fixture?.stop());

  it('is filled in and sent as a person would', async () => {
    await page.fill('Name', 'Ünï שלום');
    await page.fill('Name', 'Ada שלום'); // replaces what was there
    await page.fill('PIN', '123456');
    await page.fill('Born', '1990-12-31');
    await page.choose('Language', 'Hebrew');
    await page.click('radio', 'Caregiver');
    await page.click('checkbox', 'I agree');
    await page.click('button', 'Send now'); // waits until it is enabled
    await page.waitForText('Sent: Ada שלום, 1990-12-31, Hebrew, caregiver, on');
    expect(await page.valueOf('PIN')).toBe('123456');
  });

  it('shows what a person sees, by role and name', async () => {
    expect(await page.names('field')).toEqual(['Name', 'PIN', 'Born', 'Language', 'Patient', 'Caregiver', 'I agree']);
    expect(await page.names('group')).toEqual(['Capacity']);
    expect(await page.names('button')).toEqual(['Send now', 'Ask for help']);
  });

  it('shows nothing of what lies behind a modal dialog', async () => {
    await page.click('button', /help/);
    expect(await page.names('button')).toEqual(['Thank you']);
    await page.click('button', 'Thank you');
    await page.waitGone('dialog');
    expect(await page.findAll('button', 'Send now')).toHaveLength(1);
  });

  it('is walked through by keys', async () => {
    await page.click('field', 'Name');
    await page.press('TAB');
    expect(await page.run(() => document.activeElement?.id)).toBe('pin');
    await page.click('button', 'Ask for help');
    await page.press('ESCAPE');
    await page.waitGone('dialog');
  });

  it('says what there is when it does not find what was asked for', async () => {
    await expect(page.click('button', 'Go', { timeoutMs: 100 })).rejects.toThrow(
      'Waited 0.1 s for one button named "Go". 0 such; of that role there are: "Send now", "Ask for help".',
    );
    await expect(page.waitForText('Goodbye', { timeoutMs: 100 })).rejects.toThrow("The page says: Visitor's book");
  });

  it('is drawn on with a pen, at the places asked for', async () => {
    const stroke = [
      { x: 0.1, y: 0.5 },
      { x: 0.5, y: 0.2 },
      { x: 0.9, y: 0.5 },
    ];
    await page.draw('image', 'Sign here', [stroke, [{ x: 0.5, y: 0.5 }]]);
    const events = await page.run(() => (globalThis as unknown as FixturePage).pointerEvents);
    const drawn = events.filter(({ type, buttons }) => type === 'pointerdown' || buttons > 0);
    expect(drawn.map(({ type, pointerType, x, y }) => [type, pointerType, x, y])).toEqual([
      ['pointerdown', 'pen', 40, 50],
      ['pointermove', 'pen', 200, 20],
      ['pointermove', 'pen', 360, 50],
      ['pointerdown', 'pen', 200, 50],
    ]);
    expect(events.filter(({ type }) => type === 'pointerup')).toHaveLength(2);
  });

  it('waits through a reload', async () => {
    await page.run(() => {
      setTimeout(() => location.reload(), 100);
    });
    const fresh = await page.waitFor('the page to be a new one', async () => {
      await new Promise((later) => setTimeout(later, 50)); // asked in the middle of leaving, too
      return performance
        .getEntriesByType('navigation')
        .some((entry) => (entry as PerformanceNavigationTiming).type === 'reload');
    });
    expect(fresh).toBe(true);
  });

  it('is saved as a picture', async () => {
    const file = join(tmpdir(), `countersign-${process.pid}`, 'page.png');
    await page.screenshot(file);
    expect((await readFile(file)).subarray(1, 4).toString()).toBe('PNG');
    await rm(join(file, '..'), { recursive: true });
  });
});
