/** Reading aloud, with a stand-in for the browser's voices: jsdom has none, and neither has a browser without a screen. */
import { act, screen } from '@testing-library/preact';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { aDraft, at, openFlow, press } from './flow.tsx';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;
type Spoken = { text: string; lang: string; end: () => void };

let spoken: Spoken[];
let voices: Voice[];
const speech = new (class extends EventTarget {
  speaking = false;
  getVoices = (): Voice[] => voices;
  speak = (utterance: Spoken & EventTarget): void => {
    const { text, lang } = utterance;
    spoken.push({ text, lang, end: () => utterance.dispatchEvent(new Event('end')) });
  };
  cancel = vi.fn(() => {});
})();

beforeEach(() => {
  spoken = [];
  voices = [
    { lang: 'en-US', localService: true },
    { lang: 'es-MX', localService: false },
  ];
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class extends EventTarget {
      text: string;
      voice: Voice | null = null;
      lang = '';
      rate = 1;
      constructor(text: string) {
        super();
        this.text = text;
      }
    },
  );
});

afterAll(() => vi.unstubAllGlobals());

const onPart = () =>
  openFlow({ draft: aDraft({ recognised: at(1), tries: 1, screen: { kind: 'clause', clause: 'cost' } }) });
const voicesChange = () => act(() => void speech.dispatchEvent(new Event('voiceschanged')));

test('reads what is on the screen, in order, and says how to stop', async () => {
  onPart();
  await voicesChange();
  await press('Read aloud');
  expect(spoken.map(({ text }) => text)).toEqual([
    'What it costs',
    'What it costs: cost.',
    'What it costs, Ana Ruiz. Bayside Family Practice.',
    'I know cost.',
  ]);
  expect(new Set(spoken.map(({ lang }) => lang))).toEqual(new Set(['en-US']));
  for (const { end } of spoken) await act(end);
  expect(screen.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('reads what a field asks for and its hint too, where there are fields', async () => {
  openFlow({
    draft: aDraft({ recognised: at(1), tries: 1, way: 'representative', screen: { kind: 'representative' } }),
  });
  await voicesChange();
  await press('Read aloud');
  expect(spoken.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'Your full name',
      'The name of the legal representative, not of the patient',
      'What are you to Ana Ruiz?',
      'Son or daughter',
    ]),
  );
});

test('stops when it is told to, and when the screen is left', async () => {
  onPart();
  await voicesChange();
  await press('Read aloud');
  speech.cancel.mockClear();
  await press('Stop reading');
  expect(speech.cancel).toHaveBeenCalled();
  await press('Read aloud');
  speech.cancel.mockClear();
  await press('Back');
  expect(speech.cancel).toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});

test('invariant 10: is not offered where only a voice outside of this device speaks the language', async () => {
  onPart();
  await voicesChange();
  await press('Español');
  expect(screen.queryByRole('button', { name: 'Leer en voz alta' })).toBeNull();
});

test('is offered as soon as the browser has found a voice of this device', async () => {
  voices = [];
  onPart();
  await voicesChange();
  expect(screen.queryByRole('button', { name: 'Read aloud' })).toBeNull();
  voices = [{ lang: 'en_GB', localService: true }];
  await voicesChange();
  expect(screen.getByRole('button', { name: 'Read aloud' })).toBeVisible();
});
