import { signal } from '@preact/signals';

/** Reading a screen aloud, by the voices of this device only: another would send what patients read to its maker. */

const voices = signal<readonly SpeechSynthesisVoice[]>([]);
let listening = false;

/** A voice on this device that speaks a language. Draws anew when the browser finds its voices, which may be late. */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  listen();
  const base = language.split('-')[0];
  return voices.value.find((voice) => voice.localService && voice.lang.split(/[-_]/)[0] === base);
}

function listen(): void {
  const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (listening || !speech) return;
  listening = true;
  const look = (): void => {
    voices.value = speech.getVoices();
  };
  speech.addEventListener?.('voiceschanged', look);
  // Not while a component is being drawn: that may not change what it reads.
  queueMicrotask(look);
}

export type Passage = { text: string; lang: string };

/** A choice's label holds more than its words. */
const READ = 'h1, h2, h3, p, li, legend, summary, label:not(.choice), .choice-label, .choice-description';

/** What there is to read on a screen, in the order in which it is read, each piece with its language. */
export function passagesIn(screen: Element): Passage[] {
  return [...screen.querySelectorAll<HTMLElement>(READ)]
    .filter((one) => !one.closest('.visually-hidden, [aria-hidden="true"], details:not([open]) > ul'))
    .filter((one) => one.querySelector('p, button') === null)
    .map((one) => ({
      text: one.textContent.trim(),
      lang: one.closest<HTMLElement>('[lang]')?.lang ?? '',
    }))
    .filter(({ text }) => text !== '');
}

/** Reads one passage after another. Answers how to stop; `onEnd` is called when all is read, or nothing can be. */
export function readAloud(passages: readonly Passage[], onEnd: () => void): () => void {
  let left = 0;
  const done = (): void => {
    left -= 1;
    if (left <= 0) onEnd();
  };
  speechSynthesis.cancel();
  for (const { text, lang } of passages) {
    const voice = voiceFor(lang);
    if (!voice) continue;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    // A little slower than the voice would: this is about money and rights.
    utterance.rate = 0.9;
    utterance.addEventListener('end', done);
    utterance.addEventListener('error', done);
    left += 1;
    speechSynthesis.speak(utterance);
  }
  if (left === 0) onEnd();
  return () => {
    left = 0;
    speechSynthesis.cancel();
  };
}
