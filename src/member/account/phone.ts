/** A phone number that no line end breaks in two. */
export function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
