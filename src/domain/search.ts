import { folded, fullName, type PersonName } from './people.ts';

/** Searching people while typing: by name without accents, birth date in any writing, record number and phone. */

export type Searchable = { name: PersonName; birthDate: string; recordNumber: string | null; phone: string | null };

/** What is searched of a person, in lower case without accents; dates and numbers also as digits alone. */
export function searchText({ name, birthDate, recordNumber, phone }: Searchable): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dates = [birthDate, `${month}/${day}/${year}`, `${Number(month)}/${Number(day)}/${year}`];
  const numbers = [`${month}${day}${year}`, digitsOf(recordNumber ?? ''), digitsOf(phone ?? '')];
  return folded([fullName(name), name.preferred ?? '', ...dates, recordNumber ?? '', ...numbers].join(' '));
}

/** The words that all have to be found. Dates, phones and record numbers may be typed with any punctuation. */
export function searchWords(typed: string): string[] {
  const text = typed.trim();
  // Written like a day: no number of seven digits or more can be meant.
  const [, a = '', b = '', c = ''] = /^(\d{1,4})[-.\s](\d{1,2})[-.\s](\d{1,4})$/.exec(text) ?? [];
  if (a.length === 4) return [[a, b.padStart(2, '0'), c.padStart(2, '0')].join('-')];
  if (c.length === 4) return [[c, a.padStart(2, '0'), b.padStart(2, '0')].join('-')];
  if (/^[\d\s()+.-]{7,}$/.test(text) && digitsOf(text).length >= 6) return [digitsOf(text)];
  return folded(typed).split(' ').filter(Boolean);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

export function found(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
