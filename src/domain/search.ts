import { folded, fullName, type PersonName } from './people.ts';

/** Searching people while typing: by name without accents, birth date in any writing, record number and phone. */

export type Searchable = { name: PersonName; birthDate: string; recordNumber: string | null; phone: string | null };

/** What is searched of a person, in lower case without accents. */
export function searchText({ name, birthDate, recordNumber, phone }: Searchable): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dates = [birthDate, `${month}/${day}/${year}`, `${Number(month)}/${Number(day)}/${year}`];
  const parts = [fullName(name), name.preferred ?? '', ...dates, recordNumber ?? '', (phone ?? '').replace(/\D/g, '')];
  return folded(parts.join(' '));
}

/** The words that all have to be found. A phone may be typed with brackets and hyphens. */
export function searchWords(typed: string): string[] {
  const phone = /^[\d\s()+.-]{7,}$/.test(typed.trim()) && !/^\s*\d{1,4}[-.]\d{1,2}[-.]\d{1,4}\s*$/.test(typed);
  return phone ? [typed.replace(/\D/g, '')] : folded(typed).split(' ').filter(Boolean);
}

export function found(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
