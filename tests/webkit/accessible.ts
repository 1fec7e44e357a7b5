/**
 * Finds what a person sees by its role and name. `findAccessible` runs inside the page: it is sent there as text, so it
 * uses nothing from outside itself.
 */

/** What can be asked for. "field" is anything to fill in or choose from, by its label: password boxes have no role. */
export type Role = keyof typeof roleSelectors;

const roleSelectors = {
  alert: '[role=alert]',
  article: 'article,[role=article]',
  button: 'button:not([role]),input[type=button],input[type=submit],input[type=reset],summary,[role=button]',
  checkbox: 'input[type=checkbox],[role=checkbox],[role=switch]',
  dialog: 'dialog,[role=dialog],[role=alertdialog]',
  field:
    'input:not([type=button],[type=submit],[type=reset],[type=hidden]),select,textarea,[role=textbox],[role=combobox]',
  group: 'fieldset,[role=group],[role=radiogroup]',
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
  image: 'img,svg[role=img],canvas,[role=img]',
  link: 'a[href],[role=link]',
  list: 'ul,ol,[role=list]',
  listitem: 'li,[role=listitem]',
  option: 'option,[role=option]',
  radio: 'input[type=radio],[role=radio]',
  region: 'section,main,nav,[role=region]',
  row: 'tr,[role=row]',
  status: 'output,[role=status]',
  tab: '[role=tab]',
} as const;

/** A whole accessible name, or a pattern some part of it matches. */
export type Name = string | RegExp;

/** What findAccessible is given, as plain data that crosses into the page. */
export interface Query {
  selector: string;
  exact: string | null;
  pattern: { source: string; flags: string } | null;
}

/** The query for things of a role, of that name if one is given. */
export function query(role: Role, name?: Name): Query {
  return {
    selector: roleSelectors[role],
    exact: typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : null,
    pattern: name instanceof RegExp ? { source: name.source, flags: name.flags } : null,
  };
}

/** What findAccessible answers: the elements that match, and the names of all that can be seen of that role. */
export interface Found<T> {
  elements: T[];
  names: string[];
}

/** Runs in the page. Hidden, inert and aria-hidden elements do not count. */
export function findAccessible(wanted: Query): Found<Element> {
  const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const textOf = (elements: Iterable<Element>): string => tidy([...elements].map((each) => each.textContent).join(' '));

  /** The text inside, images by their alternative text, without what is hidden from assistive technology. */
  const content = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (!(node instanceof Element) || node.matches('[aria-hidden=true],input,select,textarea')) return '';
    if (node instanceof HTMLImageElement) return node.alt;
    const label = node.getAttribute('aria-label');
    if (label) return label;
    const inside = [...node.childNodes].map(content).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inside : ` ${inside} `;
  };

  const nameOf = (element: Element): string => {
    const ids = tidy(element.getAttribute('aria-labelledby')).split(' ');
    const labelling = ids.flatMap((id) => document.getElementById(id) ?? []);
    if (labelling.length > 0) return textOf(labelling);
    if (element.getAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
    if (element instanceof HTMLImageElement) return tidy(element.alt);
    if (element instanceof HTMLFieldSetElement) return textOf(element.querySelectorAll(':scope > legend'));
    const isButton = element.matches('input[type=button],input[type=submit],input[type=reset]');
    if (isButton) return tidy((element as HTMLInputElement).value);
    const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
    if (labels && labels.length > 0) return tidy([...labels].map(content).join(' '));
    const fallback = tidy(element.getAttribute('title')) || tidy(element.getAttribute('placeholder'));
    if (element.matches('input,select,textarea')) return fallback;
    return tidy([...element.childNodes].map(content).join('')) || fallback;
  };

  const modal = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document; // what is behind it cannot be used
  const canBeSeen = (element: Element): boolean =>
    modal.contains(element) &&
    !element.closest('[inert],[aria-hidden=true]') &&
    (element instanceof HTMLOptionElement || element.checkVisibility({ visibilityProperty: true }));

  const pattern = wanted.pattern && new RegExp(wanted.pattern.source, wanted.pattern.flags);
  const matches = (name: string): boolean => {
    if (wanted.exact !== null) return name === wanted.exact;
    return pattern ? name.search(pattern) >= 0 : true;
  };
  const seen = [...document.querySelectorAll(wanted.selector)].filter(canBeSeen);
  const named = seen.map((element) => ({ element, name: nameOf(element) }));
  return {
    elements: named.filter(({ name }) => matches(name)).map(({ element }) => element),
    names: named.map(({ name }) => name),
  };
}
