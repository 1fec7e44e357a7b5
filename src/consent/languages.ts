import type { Language } from '../domain/form.ts';
import { isUiLanguage, type UiLanguage } from '../ui/language.ts';

/** A form may have more languages than the interface: the words of our own are then English. */
export function uiLanguageFor(formLanguage: Language): UiLanguage {
  const base = formLanguage.split('-')[0];
  return isUiLanguage(base) ? base : 'en';
}

/** A language by its own name, so that whoever needs it can read it: `Español`. */
export function ownName(tag: Language): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
