import { effect, signal } from '@preact/signals';

/** The language of the interface. A form brings its own languages, which may be more: see `domain/form.ts`. */

export const UI_LANGUAGES = ['en', 'es'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

const memory = 'countersign.language';
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** What is on screen now. Setting it alone lasts until the page is left; `chooseLanguage` also remembers. */
export const language = signal<UiLanguage>(remembered() ?? wanted());

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = directionOf(language.value);
});

export function chooseLanguage(chosen: UiLanguage): void {
  language.value = chosen;
  try {
    localStorage.setItem(memory, chosen);
  } catch {
    // Storage is switched off: the choice holds for this page, which is all that was promised.
  }
}

export function isUiLanguage(text: string | null | undefined): text is UiLanguage {
  return UI_LANGUAGES.some((one) => one === text);
}

/** Which way a language is written, by its BCP 47 tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The locale for dates and numbers: both languages as people in the US write them. */
export function localeOf(which: UiLanguage): string {
  return `${which}-US`;
}

/** The name of a language in the words of the present one: `Spanish`, `español`. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames(localeOf(language.value), { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(language.value) + name.slice(1);
}

/**
 * A ring's words. The answer gives those of the present language, or of the one asked for; a component that calls it
 * is drawn anew when the language changes. Write `es` as `typeof en`, so that a missing word is a type error.
 */
export function catalogue<Words>(all: Record<UiLanguage, Words>): (which?: UiLanguage) => Words {
  return (which = language.value) => all[which];
}

function remembered(): UiLanguage | undefined {
  try {
    const stored = localStorage.getItem(memory);
    return isUiLanguage(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function wanted(): UiLanguage {
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isUiLanguage) ?? 'en';
}
