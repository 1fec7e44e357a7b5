/** What a patient did is what the practice reads once the sealed envelope is opened there. */
import { render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { fromBase64url } from '../../src/contract/bytes.ts';
import { open, type Envelope } from '../../src/contract/envelope.ts';
import { evidenceSchema, type Evidence } from '../../src/contract/evidence.ts';
import { ConsentFlow } from '../../src/consent/ConsentFlow.tsx';
import { startConsent } from '../../src/consent/session.ts';
import { filled } from '../../src/domain/form.ts';
import { unpackStrokes } from '../../src/domain/strokes.ts';
import { sealAnswer } from '../../src/kiosk/sealAnswer.ts';
import { aField, draw, expectSamples, threeSeconds } from './signing.tsx';
import { anInvitation, aPairedTablet, form, type Paired } from './tablet.ts';

const at = '2026-03-15T14:00:00.000Z';
let paired: Paired;

beforeEach(async () => {
  paired = await aPairedTablet();
});
afterEach(() => paired.empty());

/** The one envelope that waits here, as it goes over the wire, opened as the practice's server opens it. */
async function openedThere(): Promise<Evidence> {
  const [entry, ...more] = await paired.tablet.database.outbox.toArray();
  expect(more).toEqual([]);
  const wire = JSON.parse(JSON.stringify(entry?.envelope)) as Envelope;
  const opened = await open(wire, paired.practice.private, paired.deviceKey);
  if (!opened.ok) throw new Error(opened.problem);
  return v.parse(evidenceSchema, opened.evidence);
}

test('every one of 720 samples of a Pencil at 240 Hz is in the evidence, with place, time, pressure and tilt', async () => {
  const invitation = await anInvitation('Margaret');
  const handOff = await paired.handOver(invitation);
  const field = aField();
  const points = threeSeconds(5_000);
  const thirds = [0, 1, 2].map((n) => points.slice(n * 240, (n + 1) * 240));
  for (const third of thirds) draw(field.canvas, third);
  await field.kept(3);
  const acknowledged = { language: 'en', shownAt: at, acknowledgedAt: at };
  await handOff.save({
    ...handOff.draft,
    recognised: at,
    tries: 1,
    acknowledgements: form.clauses.map(({ id }) => ({ clause: id, ...acknowledged })),
    drawn: field.drawn(),
  });
  field.leave();

  // As after a restart: what is sealed is what was kept.
  const again = await paired.handOver(invitation);
  await sealAnswer(paired.tablet, again, again.draft, { kind: 'consent' });
  const evidence = await openedThere();
  if (evidence.kind !== 'consent' || evidence.signature.how !== 'drawn') throw new Error('it was drawn');
  expect(evidence.signature).toMatchObject({ samples: 720, coalesced: true, pointers: ['pen'] });
  const strokes = unpackStrokes(fromBase64url(evidence.signature.strokes));
  expect(strokes.map((stroke) => stroke.at)).toEqual([0, 1_000, 2_000]);
  for (const [n, { samples }] of strokes.entries()) expectSamples(samples, thirds[n] ?? []);
});

test('a patient’s own no in Spanish is in the evidence by its reason, their words and the sentence they read', async () => {
  const handOff = await paired.handOver(await anInvitation('Margaret', 'es'));
  let sealed = false;
  const session = startConsent({
    ...handOff,
    draft: { ...handOff.draft, recognised: at, tries: 1, screen: { kind: 'how-it-works' } },
    greeting: 'Margaret',
    birthDate: '1947-03-09',
    representatives: [],
    place: 'practice',
    now: Date.now,
    async finish(draft, answer) {
      await sealAnswer(paired.tablet, handOff, draft, answer);
      sealed = true;
    },
  });
  const { getByRole, unmount } = render(<ConsentFlow session={session} />);
  const reason = form.declineReasons.find(({ id }) => id === 'cost')?.text['es'] ?? '';
  getByRole('button', { name: 'No quiero participar' }).click();
  await expect.poll(() => document.querySelector('h1')?.textContent).toBe('Usted no quiere participar');
  getByRole('radio', { name: reason }).click();
  const said = getByRole('textbox') as HTMLTextAreaElement;
  said.value = 'Mi hija lo paga, pero ya no.';
  said.dispatchEvent(new InputEvent('input', { bubbles: true }));
  getByRole('button', { name: 'Decir que no y terminar' }).click();
  await expect.poll(() => sealed).toBe(true);
  unmount();
  expect(await openedThere()).toMatchObject({
    kind: 'declination',
    language: 'es',
    reason: 'cost',
    words: 'Mi hija lo paga, pero ya no.',
    meaning: filled(form.declineMeaning['es'] ?? '', handOff.fills),
    signer: { capacity: 'patient', printedName: 'Margaret Whitfield' },
  });
});
