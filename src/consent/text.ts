import type { ConsentSession } from './session.ts';
import { catalogue } from '../ui/language.ts';
import { en } from './text/en.ts';
import { es } from './text/es.ts';

export const consentWords = catalogue({ en, es });

type Phrase = string | ((phone: string) => string);

/** Words that depend on whose device this is. */
export function wordsHere({ matter }: ConsentSession): Record<keyof (typeof en)['here']['practice'], string> {
  const phrases: Record<string, Phrase> = consentWords().here[matter.place];
  const said = Object.entries(phrases).map(([name, phrase]) => [
    name,
    typeof phrase === 'string' ? phrase : phrase(matter.fills.practicePhone),
  ]);
  return Object.fromEntries(said) as Record<keyof (typeof en)['here']['practice'], string>;
}
