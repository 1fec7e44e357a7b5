/** What people type, as evidence can hold it: what its schema or canonical JSON refuses would never reach the practice. */

/** At most so many characters, and no half of one: a text cut in the middle of an emoji has no canonical JSON (RFC 8785). */
export function typedWords(text: string, longest: number): string {
  return text.slice(0, longest).toWellFormed();
}

/** The same in one line: a tab that was pasted is a blank. */
export function typedLine(text: string, longest: number): string {
  return typedWords(text.replace(/\p{Cc}+/gu, ' '), longest);
}
