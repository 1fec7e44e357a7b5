import { en, type DocumentText } from './en.ts';
import { es } from './es.ts';

const CATALOGUES = new Map<string, DocumentText>([
  ['en', en],
  ['es', es],
]);

/** The catalogue of a language, or English where there is none: a document is always made. */
export function catalogueFor(language: string): { language: string; words: DocumentText } {
  const base = language.split('-')[0] ?? '';
  const words = CATALOGUES.get(base);
  return words ? { language: base, words } : { language: 'en', words: en };
}

/** A language's name in another: `inglés`. */
export function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'yi']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
