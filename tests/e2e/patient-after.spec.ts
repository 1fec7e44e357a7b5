import { test, expect } from '@playwright/test';
import { withHandedOff } from '../harness/handedOff.ts';
import { beginIn, readIn, wayIn, finishIn, wordsOf } from '../harness/patientScreens.ts';
import { begin, draw, finish, queueRow, readEverything, typePin, unlock } from '../harness/tabletScreens.ts';

test('invariant 8: a change of mind before handing back is one more sealed record, and staff are told', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  await withHandedOff(desk, {}, async ({ page, server }) => {
    await readEverything(page, '1947-03-09');
    await draw(page);
    await finish(page);
    await page.getByRole('button', { name: 'I changed my mind' }).click();
    await expect(page.getByRole('heading', { name: 'Take back your signature?' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep my signature' }).click();
    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await page.getByRole('button', { name: 'I changed my mind' }).click();
    await server.stop();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('heading', { name: 'You took your answer back' })).toBeVisible();
    await expect(page.getByText('Safe on this iPad')).toBeVisible();
    await expect(page.getByRole('button', { name: 'I changed my mind' })).toHaveCount(0);
    await server.start();
    await expect(page.getByText('Safe at the practice')).toBeVisible({ timeout: 60_000 });
    expect(server.query('select kind from consent order by kind')).toEqual([
      { kind: 'consent' },
      { kind: 'withdrawal' },
    ]);
    expect(server.query('select kind from ledger order by seq')).toEqual([{ kind: 'consent' }, { kind: 'withdrawal' }]);
    expect(server.query('select kind from envelope_conflict')).toEqual([{ kind: 'withdrawn' }]);
    expect(server.query('select id from account')).toHaveLength(1);
    await expect
      .poll(() => server.query('select kind from document order by kind'))
      .toEqual([{ kind: 'consent' }, { kind: 'withdrawal' }]);
    await page.getByRole('button', { name: 'Done' }).click();
    await unlock(page, server.login('front-desk'));
    await page.getByRole('button', { name: 'What was signed' }).click();
    await expect(page.getByRole('cell', { name: 'Took it back' })).toBeVisible();
  });
});

test('a no can be taken back the same way, and makes no account', async ({ page: desk }) => {
  test.setTimeout(90_000);
  await withHandedOff(desk, {}, async ({ page, server }) => {
    await begin(page, '1947-03-09');
    await page.getByRole('button', { name: 'I do not want this' }).click();
    await page.getByRole('radio', { name: 'Not right now' }).check();
    await page.getByRole('button', { name: 'Say no and finish' }).click();
    await page.getByRole('button', { name: 'I changed my mind' }).click();
    await expect(page.getByRole('heading', { name: 'Take back your no?' })).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Safe at the practice')).toBeVisible({ timeout: 30_000 });
    expect(server.query('select kind from envelope order by kind')).toEqual([
      { kind: 'declination' },
      { kind: 'withdrawal' },
    ]);
    expect(server.query('select id from account')).toHaveLength(0);
  });
});

test('the spouse is next: after the PIN staff hand over to the same household, with nothing of the first on screen', async ({
  page: desk,
}) => {
  test.setTimeout(120_000);
  const jose = 'José Luis Peña-Ibáñez';
  const maria = 'María del Carmen Ibáñez de Peña';
  await withHandedOff(desk, { name: jose }, async ({ page, server }) => {
    await beginIn(page, 'es', '1941-12-31');
    await readIn(page, 'es');
    await wayIn(page, 'es', 'type');
    await page.getByLabel(wordsOf.es.sign.typedLabel).fill('J. Peña');
    await page.getByRole('button', { name: wordsOf.es.next }).click();
    await finishIn(page, 'es');
    await expect(page.getByRole('heading', { name: 'Gracias' })).toBeVisible();
    await page.getByRole('button', { name: 'Listo' }).click();
    await expect(page.getByRole('heading', { name: 'Please give the iPad back' })).toBeVisible();
    for (const name of ['José', 'Peña', 'María']) await expect(page.getByText(name)).toHaveCount(0);
    const staff = server.login('front-desk');
    await page.getByRole('button', { name: staff.name }).click();
    await typePin(page, staff.pin);
    await page.getByRole('button', { name: `Next: hand to ${maria}` }).click({ timeout: 20_000 });
    await expect(page.getByRole('heading', { name: `Hand the iPad to ${maria}` })).toBeVisible();
    await expect(page.getByText('The form is up to date')).toBeVisible();
    await page.getByRole('button', { name: 'Hand over now' }).click();
    await expect(page.getByRole('heading', { name: 'Hola, María del Carmen' })).toBeVisible();
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    for (const secret of ['José', '1941']) expect(html).not.toContain(secret);
    // Neither is the first one’s birth date a key to the second one’s form.
    await page.getByRole('button', { name: 'Personal' }).click();
    await page.getByRole('button', { name: staff.name }).click();
    await typePin(page, staff.pin);
    await expect(page.getByRole('button', { name: 'Seguir con María del Carmen' })).toBeVisible({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Volver a la lista' }).click();
    await expect(queueRow(page, maria)).toContainText('Begun');
  });
});
