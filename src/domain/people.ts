/** Names, birth dates and addresses of people, as a front desk meets them. */

export type PersonName = {
  /** May be empty: some people have one name, and it is their last. */
  first: string;
  last: string;
  suffix?: string | undefined;
  /** What the person is called, where it differs from the legal name. */
  preferred?: string | undefined;
};

export const SEXES = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** The name as it is printed under a signature. Never shortened. */
export function fullName(name: PersonName): string {
  return [name.first, name.last, name.suffix]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
}

/** The one name that a greeting uses: what they are called, or the first name, or the only name. */
export function greetingName(name: PersonName): string {
  return name.preferred?.trim() || name.first.trim() || name.last.trim();
}

/** For searching: case and accents folded, so that "pena" finds "Peña". */
export function folded(text: string): string {
  const once = foldedOnce(text);
  // Some letters come apart only when they are folded: `İ` becomes an i with a dot above.
  return once === text ? once : folded(once);
}

function foldedOnce(text: string): string {
  return text
    .replace(/[’‘`´]/g, "'") // first: to Unicode the last of these is a blank with an accent
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðþæœß]/g, (letter) => FOLDS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

const FOLDS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
