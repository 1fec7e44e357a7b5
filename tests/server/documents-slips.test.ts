import { describe, expect, it } from 'vitest';
import { LONGEST_FULL_NAME } from '../../src/contract/people.ts';
import { textIn } from '../../src/domain/form.ts';
import { activationSlip, receiptSlip, stopConfirmation } from '../../server/documents/slips.ts';
import { currentForm } from '../../server/forms/currentForm.ts';
import { checked, hasPoppler, hasQpdf, infoOf, pagesOf, structureOf, textOf, tight } from './documents.readers.ts';

/** What is given into a patient's hand on one page. */

type Wishes = { patient?: string; language?: string; handle?: string };

function shared({ patient = 'Margaret Whitfield', language = 'en' }: Wishes) {
  return {
    practice: { name: 'Palmetto Family Medicine', phone: '+18135550100', zone: 'America/New_York' },
    language,
    patient,
    madeAt: '2026-03-10T01:30:00.000Z',
  };
}

const anActivation = (wishes: Wishes = {}): Promise<Uint8Array> =>
  activationSlip({
    ...shared(wishes),
    handle: wishes.handle ?? 'margaret.whitfield',
    code: 'K7QM-2XPA',
    address: 'https://consent.practice.example/member',
    expiresOn: '2026-03-23',
  });

const aReceipt = (wishes: Wishes = {}): Promise<Uint8Array> =>
  receiptSlip({
    ...shared(wishes),
    programme: 'CCM',
    lines: textIn(currentForm.summary, wishes.language ?? 'en'),
    signedAt: '2026-03-09T15:14:32.000Z',
    method: 'paper',
    checkCode: 'G13R-4YDA',
  });

const aStop = (wishes: Wishes = {}): Promise<Uint8Array> =>
  stopConfirmation({
    ...shared(wishes),
    programme: 'CCM',
    askedAt: '2026-03-09T15:14:32.000Z',
    effectiveOn: '2026-03-31',
  });

const slips = { activation: anActivation, receipt: aReceipt, stop: aStop };
const names = ['Margaret Whitfield', 'שרה כהן', 'Nguyễn', 'W'.repeat(LONGEST_FULL_NAME)];
const cases = Object.entries(slips).flatMap(([name, make]) =>
  ['en', 'es'].flatMap((language) => names.map((patient) => ({ name, make, language, patient }))),
);

describe.skipIf(!hasPoppler)('a slip', () => {
  it.each(cases)(
    '$name in $language for $patient is one page with the whole name on it',
    async ({ make, ...wishes }) => {
      const pages = pagesOf(await make({ ...wishes, handle: `${'x'.repeat(240)}@example.com` }));
      expect(pages).toHaveLength(1);
      expect(tight(pages[0] ?? '')).toContain(tight(wishes.patient));
      expect(tight(pages[0] ?? '')).toContain('(813)555-0100');
    },
  );

  it('to sign in the first time has address, sign-in name, code and its last day', async () => {
    const bytes = await anActivation();
    const text = textOf(bytes);
    for (const part of ['https://consent.practice.example/member', 'margaret.whitfield', 'K7QM-2XPA', 'March 23, 2026'])
      expect(text).toContain(part);
    expect(structureOf(bytes)).toContain('Figure');
    expect(infoOf(bytes)).toMatchObject({
      Title: 'Your online account',
      Author: 'Palmetto Family Medicine',
      Tagged: 'yes',
    });
  });

  it('of what was agreed has the form’s own lines, how to stop, and the check code', async () => {
    for (const language of ['en', 'es']) {
      const text = tight(textOf(await aReceipt({ language })));
      for (const line of textIn(currentForm.summary, language)) expect(text).toContain(tight(line));
      expect(text).toContain('G13R-4YDA');
    }
    const text = textOf(await aReceipt());
    expect(text).toContain('March 9, 2026 at 11:14 AM Eastern Daylight Time. Signed on paper.');
    expect(text).toContain('How to stop');
  });

  it('of a stop has when it was asked for and the last day, each in the practice’s zone', async () => {
    const text = textOf(await aStop());
    expect(text).toContain('You asked us to stop CCM');
    expect(text).toContain('March 9, 2026 at 11:14 AM Eastern Daylight Time');
    expect(text).toMatch(/Your last day in CCM\n\s*March 31, 2026\n/);
    expect(text).toContain('Printed on March 9, 2026');
    expect(textOf(await aStop({ language: 'es' }))).toMatch(/Su último día en el CCM\n\s*31 de marzo de 2026\n/);
  });

  it('is in English where there are no words in the patient’s language', async () => {
    expect(textOf(await aStop({ language: 'vi' }))).toContain('The rest of your care stays the same.');
  });
});

it.skipIf(!hasQpdf).each(cases)('$name in $language for $patient is a sound file', async ({ make, ...wishes }) => {
  expect(checked(await make(wishes))).toMatchObject({ status: 0 });
});
