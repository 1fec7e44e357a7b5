import { describe, expect, it } from 'vitest';
import { newId } from '../../src/contract/newId.ts';
import { LONGEST_FULL_NAME } from '../../src/contract/people.ts';
import { filled, type FormVersion, type Language } from '../../src/domain/form.ts';
import { readPageCode } from '../../src/domain/pageCode.ts';
import { paperForms, type PaperFormInput } from '../../server/documents/paperForm.ts';
import { CODE_MODULES, CODE_PLACE, signatureBoxes, type Place } from '../../server/documents/paperPlaces.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { hashOfForm } from '../harness/builders.ts';
import { checked, hasPoppler, hasQpdf, infoOf, pagesOf, pictureOf, structureOf, tight } from './documents.readers.ts';

/** The form to sign on paper, read back from the file as a printer gets it. */

type Wishes = { patient?: string; language?: Language; form?: FormVersion; practitioner?: string; practice?: string };

function aForm(wishes: Wishes = {}): PaperFormInput {
  const { patient = 'Margaret Whitfield', language = 'en', form = currentForm } = wishes;
  const { practice = 'Palmetto Family Medicine', practitioner = 'Dr. Ana Ruiz' } = wishes;
  return {
    invitation: newId(),
    form,
    formHash: hashOfForm,
    language,
    fills: { patient, practice, practicePhone: '(813) 555-0100', practitioner, programme: 'CCM' },
    practice: { name: practice, phone: '+18135550100' },
    madeAt: '2026-03-09T15:14:51.000Z',
  };
}

const wide = 'W'.repeat(LONGEST_FULL_NAME);
const names = ['Margaret Whitfield', 'שרה כהן', 'Nguyễn', wide];
const languages = ['en', 'es'];
const cases = languages.flatMap((language) => names.map((patient) => ({ language, patient })));

describe.skipIf(!hasPoppler)('the form on paper', () => {
  it.each(cases)(
    'in $language for $patient has on each page whose it is, and which page of how many',
    async (wishes) => {
      const input = aForm(wishes);
      const { bytes, pages } = await paperForms([input]);
      const read = pagesOf(bytes);
      expect(pages).toEqual([read.length]);
      read.forEach((page, index) => {
        const code = readPageCode(/CSN1-[0-9A-F-]+/.exec(page)?.[0] ?? '');
        const place = { page: index + 1, pages: read.length };
        expect(code).toEqual({ invitation: input.invitation, form: hashOfForm.slice(0, 16), ...place });
        expect(page).toContain(`${wishes.language === 'es' ? 'Página' : 'Page'} ${index + 1}`);
        expect(tight(page)).toContain(tight(wishes.patient));
      });
    },
  );

  it.each(cases)('in $language for $patient has empty boxes to sign in where it says', async (wishes) => {
    const { bytes, pages } = await paperForms([aForm(wishes)]);
    for (const box of signatureBoxes(pages[0] ?? 0))
      expect(outlineOf(bytes, box.page, box)).toEqual({ dark: 1, inside: 0 });
  });

  it('has its code where it says, at the same place on every page, with white around it', async () => {
    const { bytes, pages } = await paperForms([aForm()]);
    const quiet = (4 * CODE_PLACE.width) / CODE_MODULES;
    for (let page = 1; page <= (pages[0] ?? 0); page++) {
      const { colourAt } = pictureOf(bytes, page);
      const isDark = (x: number, y: number): boolean => colourAt(Math.round(x), Math.round(y))[0] < 128;
      const { x, y, width, height } = CODE_PLACE;
      // The middles of the three finders, and of the bars of the one at the left above.
      const step = width / CODE_MODULES;
      const middles = [
        [x + 3.5 * step, y + 3.5 * step],
        [x + width - 3.5 * step, y + 3.5 * step],
        [x + 3.5 * step, y + height - 3.5 * step],
      ] as const;
      for (const [across, down] of middles) expect(isDark(across, down)).toBe(true);
      for (let at = -quiet + 1; at < width + quiet - 1; at += 1)
        for (const off of [2, quiet / 2, quiet - 1]) {
          expect(isDark(x + at, y - off) || isDark(x + at, y + height + off)).toBe(false);
          expect(isDark(x - off, y + at) || isDark(x + width + off, y + at)).toBe(false);
        }
    }
  });

  it.each(languages)(
    'in %s has every clause with its sentence to acknowledge, and nothing about signing on a screen',
    async (language) => {
      const text = tight(pagesOf((await paperForms([aForm({ language })])).bytes).join(''));
      for (const clause of currentForm.clauses) {
        const { title, acknowledge } = clause.text[language] ?? { title: '', acknowledge: '' };
        const words = tight(acknowledge.replaceAll('{practitioner}', 'Dr. Ana Ruiz'));
        expect(text.includes(tight(title))).toBe(clause.kind === 'clause');
        expect(text.includes(words), acknowledge).toBe(clause.kind === 'clause');
      }
      expect(text).not.toContain('{');
    },
  );

  it.each(languages)('in %s says on the page of each box what the signature means', async (language) => {
    const input = aForm({ language });
    const { bytes, pages } = await paperForms([input]);
    const read = pagesOf(bytes).map(tight);
    const [patient, , representative] = signatureBoxes(pages[0] ?? 0);
    const whole = (text: string | undefined): string => tight(filled(text ?? 'nothing', input.fills));
    expect(read[(patient?.page ?? 0) - 1]).toContain(whole(currentForm.meaning[language]));
    expect(read[(representative?.page ?? 0) - 1]).toContain(whole(currentForm.representativeMeaning[language]));
  });

  it('is in the form’s first language where it has no text in the patient’s', async () => {
    expect(pagesOf((await paperForms([aForm({ language: 'vi' })])).bytes)[0]).toContain('How to use this form');
  });

  it('says in the file what it is, and can be walked by a screen reader', async () => {
    const { bytes } = await paperForms([aForm()]);
    expect(infoOf(bytes)).toMatchObject({
      Title: 'Consent for Chronic Care Management (CCM): Margaret Whitfield',
      Author: 'Palmetto Family Medicine',
      Tagged: 'yes',
      'Page size': '612 x 792 pts (letter)',
    });
    const walk = structureOf(bytes);
    const places = ['How to use this form', 'What Chronic Care', 'The choice is yours', 'Patient: sign'].map((part) =>
      walk.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(walk).not.toContain('CSN1');
  });

  it('of many begins each on a sheet of its own, whichever side the printer uses', async () => {
    const inputs = [aForm(), aForm({ language: 'es', patient: 'José Peña' }), aForm({ patient: 'Ann Lee' })];
    const { bytes, pages } = await paperForms(inputs);
    const read = pagesOf(bytes);
    const owners = read.map((page) => readPageCode(/CSN1-[0-9A-F-]+/.exec(page)?.[0] ?? '')?.invitation);
    inputs.forEach(({ invitation }, index) => {
      expect(owners.indexOf(invitation) % 2).toBe(0);
      expect(owners.filter((one) => one === invitation)).toHaveLength(pages[index] ?? 0);
    });
    expect(read.filter((_, index) => !owners[index]).every((page) => /on purpose|a propósito/.test(page))).toBe(true);
  });
});

describe.skipIf(!hasQpdf)('the file', () => {
  it.each(cases)('in $language for $patient is sound', async (wishes) => {
    expect(checked((await paperForms([aForm(wishes)])).bytes)).toMatchObject({ status: 0 });
  });

  it('is the same for the same input', async () => {
    const input = aForm({ patient: 'שרה כהן' });
    const first = await paperForms([input]);
    expect(Buffer.compare((await paperForms([input])).bytes, first.bytes)).toBe(0);
  });
});

/** How much of a box's outline is dark, and how many dark points there are inside of it. */
function outlineOf(bytes: Uint8Array, page: number, { x, y, width, height }: Place): { dark: number; inside: number } {
  const { colourAt } = pictureOf(bytes, page);
  const isDark = (left: number, top: number): boolean => colourAt(Math.round(left), Math.round(top))[0] < 200;
  const edge: boolean[] = [];
  for (let at = 2; at < width - 2; at++) edge.push(isDark(x + at, y), isDark(x + at, y + height - 1));
  for (let at = 2; at < height - 2; at++) edge.push(isDark(x, y + at), isDark(x + width - 1, y + at));
  let inside = 0;
  for (let across = 2; across < width - 2; across++)
    for (let down = 2; down < height - 2; down++) if (isDark(x + across, y + down)) inside++;
  return { dark: edge.filter(Boolean).length / edge.length, inside };
}
