import { describe, expect, it } from 'vitest';
import { signedConsent } from '../../server/documents/signedConsent.ts';
import { aConsent, aDeclination, inputOf } from './documents.builders.ts';
import {
  attachmentsOf,
  checked,
  hasPoppler,
  hasQpdf,
  infoOf,
  structureOf,
  textOf,
  tight,
} from './documents.readers.ts';

/** The signed copy is in the language that was signed; the other one is attached, and says which of them counts. */

const attached = async (input: Awaited<ReturnType<typeof aConsent>>) => attachmentsOf(await signedConsent(input));

describe.skipIf(!hasPoppler)('the other language', () => {
  it('of a consent in English is Spanish, whole, and marked as a translation', async () => {
    const { 'translation-es.pdf': spanish } = await attached(await aConsent());
    if (!spanish) throw new Error('no translation');
    const text = tight(textOf(spanish));
    for (const words of [
      'Traducción para su información',
      'Lo que se firmó es el texto en inglés, y ese es el que vale.',
      'Consentimiento para CCM',
      'Lo que cuesta',
      'Cómo dejarlo se cuenta aquí en Palmetto Family Medicine.',
      'Lo sé: Cómo dejarlo.',
      'Al firmar, yo, Margaret Whitfield, digo que sí.',
    ])
      expect(text).toContain(tight(words));
    expect(text).not.toContain(tight('What it costs'));
    expect(infoOf(spanish)['Title']).toContain('Consentimiento');
    expect(structureOf(spanish)).toContain('H1');
  });

  it('of a consent in Spanish is English', async () => {
    const files = await attached(await aConsent({ language: 'es' }));
    expect(Object.keys(files).toSorted()).toEqual(['evidence.json', 'translation-en.pdf']);
    const text = tight(textOf(files['translation-en.pdf'] ?? new Uint8Array()));
    expect(text).toContain(tight('What was signed is the text in Spanish, and that text counts.'));
    expect(text).toContain(tight('By signing, I, Margaret Whitfield, say yes.'));
  });

  it('of a “no” has its reason', async () => {
    const { 'translation-es.pdf': spanish } = await attached(await aDeclination());
    const text = tight(textOf(spanish ?? new Uint8Array()));
    expect(text).toContain(tight('Yo, Margaret Whitfield, digo que no.'));
    expect(text).toContain(tight('Me preocupa el costo'));
    expect(text).toContain(tight('Lo que se respondió es el texto en inglés'));
  });

  it('has no signature in it', async () => {
    const { 'translation-es.pdf': spanish } = await attached(await aConsent());
    expect(structureOf(spanish ?? new Uint8Array())).not.toContain('Figure');
  });

  it('is not there for a form in one language', async () => {
    const { evidence, form } = await aConsent();
    const single = { ...form, languages: ['en'] };
    expect(Object.keys(await attached(await inputOf(single, evidence)))).toEqual(['evidence.json']);
  });

  it('is named where the document names what is attached', async () => {
    const text = tight(textOf(await signedConsent(await aConsent())));
    expect(text).toContain(tight('translation-es.pdf: the text in Spanish, for your information'));
  });
});

it('makes the same bytes of the same input', async () => {
  const input = await aConsent();
  expect(Buffer.from(await signedConsent(input)).equals(Buffer.from(await signedConsent(input)))).toBe(true);
});

it.skipIf(!hasQpdf || !hasPoppler)('is sound for qpdf', async () => {
  const { 'translation-es.pdf': spanish } = await attached(await aConsent());
  expect(checked(spanish ?? new Uint8Array())).toMatchObject({ status: 0 });
});
