import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { passagesIn, readAloud, voiceFor } from './readAloud.ts';
import { consentWords } from './text.ts';

type ReadAloudProps = {
  language: string;
  /** Changes with the screen: leaving it ends the reading. */
  screen: string;
  of: RefObject<HTMLElement | null>;
};

/** Reads the screen aloud; not offered where this device has no voice for the language. */
export function ReadAloud({ language, screen, of }: ReadAloudProps) {
  const words = consentWords();
  const reading = useSignal(false);
  const stop = useRef<(() => void) | undefined>(undefined);
  const silence = (): void => {
    stop.current?.();
    stop.current = undefined;
    reading.value = false;
  };
  useEffect(() => silence, [screen, language]);
  if (!voiceFor(language)) return null;

  const start = (): void => {
    if (!of.current) return;
    reading.value = true;
    stop.current = readAloud(passagesIn(of.current), silence);
  };
  return (
    <button type="button" class="consent-tool" onClick={() => (reading.value ? silence() : start())}>
      {reading.value ? words.stopReading : words.readAloud}
    </button>
  );
}
