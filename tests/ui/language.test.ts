import { afterEach, expect, test, vi } from 'vitest';
import { chooseLanguage, directionOf, isUiLanguage, language, languageName } from '../../src/ui/language.ts';
import { uiWords } from '../../src/ui/text.ts';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  language.value = 'en';
});

test('choosing a language changes the words and tells the browser, for hyphens and screen readers', () => {
  chooseLanguage('es');
  expect(uiWords().month).toBe('Mes');
  expect(document.documentElement.lang).toBe('es');
  expect(document.documentElement.dir).toBe('ltr');
  expect(localStorage.getItem('countersign.language')).toBe('es');
});

test('a language set for one patient is not remembered for the next', () => {
  language.value = 'es';
  expect(localStorage.getItem('countersign.language')).toBeNull();
});

test('a browser that keeps nothing still changes the language', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  chooseLanguage('es');
  expect(language.value).toBe('es');
});

test('words can be had in the other language without changing the page', () => {
  expect(uiWords('es').year).toBe('Año');
  expect(uiWords().year).toBe('Year');
});

test('Hebrew and Arabic run from right to left, whatever their region', () => {
  expect(['he', 'ar-EG', 'fa', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en', 'es-US', 'vi'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
});

test('languages are named in the words of the page', () => {
  expect(languageName('es')).toBe('Spanish');
  language.value = 'es';
  expect(languageName('es')).toBe('Español');
});

test('only languages that there are words for can be chosen', () => {
  expect(['en', 'es', 'fr', '', undefined].map(isUiLanguage)).toEqual([true, true, false, false, false]);
});
