/** Finds the one thing a test means, and does something with it as soon as that is possible. */
import { error, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findAccessible, type Found, type Name, query, type Role } from './accessible.ts';
import { patienceMs, until } from './until.ts';

export interface Patience {
  /** Milliseconds to wait before giving up; 30,000 unless said otherwise. */
  timeoutMs?: number;
}

/** What can be seen at this moment of that role (and name). */
export async function look(driver: WebDriver, role: Role, name?: Name): Promise<Found<WebElement>> {
  return driver.executeScript<Found<WebElement>>(findAccessible, query(role, name));
}

/**
 * Finds the one thing of that role (and name) and does `work` with it: again while there is none, or several, or it was
 * redrawn under our hands, or is covered, or `work` gives undefined. Throws an Error that says what stood in the way.
 */
export async function attempt<T>(
  driver: WebDriver,
  role: Role,
  name: Name | undefined,
  { timeoutMs = patienceMs }: Patience = {},
  work: (element: WebElement) => Promise<T | undefined>,
): Promise<T> {
  let obstacle = '';
  const once = async (): Promise<T | undefined> => {
    const { elements, names } = await look(driver, role, name);
    const [element, ...others] = elements;
    const list = names.map((each) => `"${each}"`).join(', ') || 'none';
    obstacle = `${elements.length} such; of that role there are: ${list}.`;
    if (!element || others.length > 0) return undefined;
    obstacle = 'It is there but cannot be used.';
    try {
      return await work(element);
    } catch (reason) {
      if (!isPassing(reason)) throw reason;
      obstacle = `It is there, but: ${reason.message}`;
      return undefined;
    }
  };
  return until(describe(role, name), once, { timeoutMs, explain: () => obstacle });
}

/** In words, for messages. */
export function describe(role: Role, name?: Name): string {
  if (name === undefined) return `one ${role}`;
  return `one ${role} named ${typeof name === 'string' ? `"${name}"` : String(name)}`;
}

/** True of failures that a moment later may be gone: the page was redrawn, or something moved over the element. */
function isPassing(reason: unknown): reason is Error {
  return (
    reason instanceof error.StaleElementReferenceError ||
    reason instanceof error.ElementNotInteractableError ||
    reason instanceof error.ElementClickInterceptedError
  );
}
