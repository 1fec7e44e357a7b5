import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test, expect, type Page } from '@playwright/test';
import { en as kioskEn } from '../../src/kiosk/text/en.ts';
import { es as kioskEs } from '../../src/kiosk/text/es.ts';
import { logIn, pairingCode } from '../harness/consoleScreens.ts';
import { drawWithFinger, drawWithPen } from '../harness/ink.ts';
import {
  beginIn,
  finishIn,
  LANGUAGES,
  readIn,
  wayIn,
  wordsOf,
  type PatientLanguage,
} from '../harness/patientScreens.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { handOver, pair, queueRow, unlock } from '../harness/tabletScreens.ts';
import { startTablet } from '../harness/tabletBrowser.ts';

const answered = { en: kioskEn.answered, es: kioskEs.answered };
const lying = { width: 1180, height: 820 };
const standing = { width: 744, height: 1133 };

type Turn = { page: Page; language: PatientLanguage };

/** One patient each, with what the signed document has to say of it. */
type Signing = {
  way: string;
  name: string;
  birthDate: string;
  sign: (turn: Turn) => Promise<void>;
  says: RegExp[];
  /** What the list says in the end. */
  after?: string;
};

const ways: Signing[] = [
  {
    way: 'drawn with a pen',
    name: 'Margaret Whitfield',
    birthDate: '1947-03-09',
    async sign({ page, language }) {
      await wayIn(page, language, 'draw');
      await drawWithPen(page, page.locator('canvas'));
      await page.getByRole('button', { name: wordsOf[language].next }).click();
    },
    says: [/a stylus|un lápiz digital/],
  },
  {
    way: 'typed',
    name: 'José Luis Peña-Ibáñez',
    birthDate: '1941-12-31',
    async sign({ page, language }) {
      const words = wordsOf[language];
      await wayIn(page, language, 'type');
      await page.getByRole('button', { name: words.next }).click();
      await expect(page.getByText(words.sign.missing)).toBeVisible();
      await page.getByLabel(words.sign.typedLabel).fill('J. L. Peña');
      await page.getByRole('button', { name: words.next }).click();
    },
    says: [/Typed on the screen|Escrita con el teclado/, /J\. L\. Peña/],
  },
  {
    way: 'a mark before a witness',
    name: 'Edith Løvenskiold',
    birthDate: '1945-11-11',
    async sign({ page, language }) {
      const words = wordsOf[language];
      await wayIn(page, language, 'mark');
      await drawWithFinger(page, page.locator('canvas'));
      await page.getByRole('button', { name: words.next }).click();
      await page.getByRole('button', { name: words.next }).click();
      await expect(page.getByText(words.witness.nameMissing)).toBeVisible();
      await expect(page.getByText(words.witness.addressMissing)).toBeVisible();
      await page.getByLabel(words.witness.name).fill('Keisha Brown');
      await page.getByLabel(words.witness.address).fill('12 Bay Street, Tampa');
      await page.getByRole('button', { name: words.next }).click();
      await drawWithFinger(page, page.locator('canvas'));
      await page.getByRole('button', { name: words.next }).click();
    },
    says: [/Witness of the mark|Testigo de la marca/, /Keisha Brown/, /12 Bay Street, Tampa/, /a finger|el dedo/],
  },
  {
    way: 'by somebody whom nobody recorded as the legal representative',
    after: 'Safe at the practice',
    name: 'Ezekiel Freeman',
    birthDate: '1929-10-02',
    async sign({ page, language }) {
      const words = wordsOf[language];
      await wayIn(page, language, 'representative');
      await page.getByLabel(words.representative.name).fill('Dorothy Freeman');
      await page.getByRole('radio', { name: words.representative.relationships.other }).check();
      await page.getByRole('button', { name: words.next }).click();
      await expect(page.getByText(words.representative.wordsMissing)).toBeVisible();
      await page.getByLabel(words.representative.relationshipWords).fill('Daughter-in-law, named by the court');
      await page.getByRole('button', { name: words.next }).click();
      await page.getByRole('radio', { name: words.representative.whys['cannot-decide'] }).check();
      await page.getByRole('button', { name: words.next }).click();
      await page.getByRole('radio', { name: words.sign.type }).check();
      await page.getByLabel(words.sign.typedLabel).fill('Dorothy Freeman');
      await page.getByRole('button', { name: words.next }).click();
    },
    says: [
      /Legal representative of|Representante legal de/,
      /Dorothy Freeman/,
      /Daughter-in-law/,
      /Ezekiel Freeman/,
      /I am the legal representative|soy representante legal/,
    ],
  },
];

for (const language of LANGUAGES) {
  test(`every way of signing, and of saying no, in ${language}, on a tablet that is turned`, async ({
    page: desk,
  }, info) => {
    test.setTimeout(300_000);
    const server = await startServer();
    const tablet = await startTablet({ viewport: lying });
    const page = tablet.page();
    try {
      const staff = server.login('front-desk');
      await logIn(desk, server.url, staff);
      await pair(page, server.url, await pairingCode(desk), 'Front desk 1');
      await unlock(page, staff);
      for (const { way, name, birthDate, sign, says, after = 'Account created' } of ways) {
        await test.step(way, async () => {
          await handOver(page, name);
          await beginIn(page, language, birthDate);
          await readIn(page, language);
          await page.setViewportSize(standing);
          await sign({ page, language });
          await finishIn(page, language);
          await expect(page.getByRole('heading', { name: answered[language].kinds.consent.title })).toBeVisible();
          await page.setViewportSize(lying);
          await page.getByRole('button', { name: answered[language].done }).click();
          await unlock(page, staff);
          await expect(queueRow(page, name)).toContainText(after, { timeout: 30_000 });
          const text = await newestDocument(desk, server, info.outputPath(`${way}.pdf`));
          for (const expected of says) expect(text, way).toMatch(expected);
          expect(text).not.toMatch(/\{\w+\}/);
        });
      }
      await test.step('a representative says no for the patient', async () => {
        await handOver(page, 'שרה כהן');
        await beginIn(page, language, '1949-04-15');
        const words = wordsOf[language];
        await page.getByRole('button', { name: words.notWanted }).click();
        await page.getByRole('radio').first().check();
        await page.getByRole('checkbox').check();
        await page.getByRole('button', { name: words.decline.confirm }).click();
        await expect(page.getByText(words.representative.nameMissing)).toBeVisible();
        await page.getByLabel(words.representative.name).fill('David Cohen');
        await page.getByRole('radio', { name: words.representative.relationships.guardian }).check();
        await page.getByRole('radio', { name: words.representative.whys['cannot-write'] }).check();
        await page.getByRole('button', { name: words.decline.confirm }).click();
        const { title } = answered[language].kinds.declination;
        await expect(page.getByRole('heading', { name: title })).toBeVisible();
        await expect.poll(() => kindsOf(server)).toEqual(['consent', 'consent', 'consent', 'consent', 'declination']);
        const text = await newestDocument(desk, server, info.outputPath('declined.pdf'));
        expect(text).toMatch(/David Cohen/);
        expect(text).toMatch(/Guardian named by a court|Tutor nombrado por un juez/);
      });
      expect(server.query<{ kind: string }>('select kind from envelope_conflict').map(({ kind }) => kind)).toEqual([
        'representative-unknown',
        'representative-unknown',
      ]);
    } finally {
      await tablet.close();
      await server.close();
    }
  });
}

function kindsOf(server: TestServer): string[] {
  return server.query<{ kind: string }>('select kind from consent order by kind').map(({ kind }) => kind);
}

/** The text of the document that was made last, once there is one for each envelope. */
async function newestDocument(desk: Page, server: TestServer, file: string): Promise<string> {
  const counts = (): unknown =>
    server.query(
      'select (select count(*) from document) as documents, (select count(*) from envelope) as envelopes',
    )[0];
  await expect
    .poll(() => (counts() as { documents: number; envelopes: number }).documents, { timeout: 30_000 })
    .toBe((counts() as { envelopes: number }).envelopes);
  const [newest] = server.query<{ id: string }>('select id from document order by id desc limit 1');
  const answer = await desk.request.get(`${server.url}/api/staff/documents/${newest?.id ?? ''}`);
  writeFileSync(file, await answer.body());
  execFileSync('qpdf', ['--check', file]);
  // Isolates around names, and line ends, are nothing that people read.
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    .replace(/[\u2066-\u2069\u2060]/g, '')
    .replace(/\s+/g, ' ');
}
