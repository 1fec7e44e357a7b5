/** Filling in what cannot be typed. Both functions run inside the page and use nothing from outside themselves. */

/** Sets a date or time field as its picker does and gives true; gives false for any other field and leaves it alone. */
export function setDateOrTime(field: Element, text: string): boolean {
  const kinds = ['date', 'time', 'month', 'week', 'datetime-local'];
  if (!(field instanceof HTMLInputElement) || !kinds.includes(field.type)) return false;
  field.value = text;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  return true;
}

/** The option of a select box that bears this text, or null. */
export function optionNamed(field: Element, name: string): HTMLOptionElement | null {
  if (!(field instanceof HTMLSelectElement)) return null;
  return [...field.options].find((option) => option.label.trim() === name && !option.disabled) ?? null;
}
