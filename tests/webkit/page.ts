/** What a person does with a page: look for things by role and name, click, type, wait, draw. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { error, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import type { Name, Role } from './accessible.ts';
import { optionNamed, setDateOrTime } from './fields.ts';
import { attempt, describe, look, type Patience } from './finding.ts';
import { drawStrokes, type PointerType, type Stroke } from './strokes.ts';
import { patienceMs, until } from './until.ts';

/** What a function in the page gets for what the test hands over: an element for a WebElement, data as it is. */
type Sent<A extends unknown[]> = { [K in keyof A]: A[K] extends WebElement ? Element : A[K] };

/** What the test gets for what a function in the page gives. */
type Received<T> = T extends Element ? WebElement : T;

/** A page in a browser. Every method waits for what it needs and throws an Error that says what was there instead. */
export class Page {
  readonly #session: () => WebDriver;

  constructor(session: () => WebDriver) {
    this.#session = session;
  }

  /** Opens an address and resolves when it has loaded. Throws when it cannot be reached or its certificate is refused. */
  async goto(url: string): Promise<void> {
    await this.#session().get(url);
    await this.#waitLoaded();
  }

  /** Loads the page again. */
  async reload(): Promise<void> {
    const left = await this.run(() => performance.timeOrigin);
    await this.#session().navigate().refresh();
    await this.#waitLoaded(left);
  }

  /** The one visible thing of that role and name. Throws when there are none or several. */
  async find(role: Role, name?: Name, patience?: Patience): Promise<WebElement> {
    return attempt(this.#session(), role, name, patience, async (element) => element);
  }

  /** All visible things of that role (and name), at this moment; an empty array when there are none. */
  async findAll(role: Role, name?: Name): Promise<WebElement[]> {
    return (await look(this.#session(), role, name)).elements;
  }

  /** The names of all visible things of a role, at this moment, in the order of the page. */
  async names(role: Role): Promise<string[]> {
    return (await look(this.#session(), role)).names;
  }

  /** Clicks it once it is there, enabled (aria-disabled is not), uncovered and where it was a frame ago. */
  async click(role: Role, name?: Name, patience?: Patience): Promise<void> {
    await attempt(this.#session(), role, name, patience, async (element) => {
      if (!(await element.isEnabled()) || (await element.getAttribute('aria-disabled')) === 'true') return undefined;
      if (!(await this.run(staysInPlace, element))) return undefined;
      await element.click();
      return element;
    });
  }

  /**
   * Empties the field of that label and types the text into it, key by key. A date or time is set at once, in the form
   * the field's value has ("1990-12-31", "10:30"), since WebKitGTK loses keys typed there.
   */
  async fill(label: Name, text: string, patience?: Patience): Promise<void> {
    await attempt(this.#session(), 'field', label, patience, async (element) => {
      if (!(await element.isEnabled())) return undefined;
      if (await this.run(setDateOrTime, element, text)) return element;
      await element.clear();
      await element.sendKeys(text);
      return element;
    });
  }

  /** Presses a key for whatever has the focus. */
  async press(key: 'TAB' | 'ENTER' | 'ESCAPE' | 'SPACE' | 'ARROW_UP' | 'ARROW_DOWN'): Promise<void> {
    await this.#session().actions().sendKeys(Key[key]).perform();
  }

  /** Chooses the option of that name in the select box of that label. */
  async choose(label: Name, option: string, patience?: Patience): Promise<void> {
    await attempt(this.#session(), 'field', label, patience, async (element) => {
      const chosen = await this.run(optionNamed, element, option);
      await chosen?.click();
      return chosen ?? undefined;
    });
  }

  /** What the field of that label holds. */
  async valueOf(label: Name, patience?: Patience): Promise<string> {
    const element = await this.find('field', label, patience);
    return this.run((field) => (field as HTMLInputElement).value, element);
  }

  /** Resolves when no visible thing of that role and name is left. */
  async waitGone(role: Role, name?: Name, { timeoutMs = patienceMs }: Patience = {}): Promise<void> {
    const isGone = async (): Promise<true | undefined> => (await this.findAll(role, name)).length === 0 || undefined;
    await until(`${describe(role, name)} to go`, isGone, { timeoutMs });
  }

  /** Resolves when the page's visible text contains (or matches) this. */
  async waitForText(text: string | RegExp, { timeoutMs = patienceMs }: Patience = {}): Promise<void> {
    const isShown = async (): Promise<true | undefined> => {
      const shown = await this.text();
      const hit = typeof text === 'string' ? shown.includes(text) : shown.search(text) >= 0;
      return hit || undefined;
    };
    const explain = async (): Promise<string> => `The page says: ${(await this.text()).slice(0, 1000)}`;
    await until(`the text ${text}`, isShown, { timeoutMs, explain });
  }

  /** Calls the function in the page again and again until it (or its promise) gives something truthy, and returns that. */
  async waitFor<A extends unknown[], T>(
    what: string,
    probe: (...args: Sent<A>) => T | Promise<T>,
    ...args: A
  ): Promise<NonNullable<Received<T>>> {
    const ask = async () => {
      try {
        return (await this.run(probe, ...args)) || undefined;
      } catch (reason) {
        if (reason instanceof error.NoSuchFrameError) return undefined; // the page went away before it answered
        throw reason;
      }
    };
    return until(what, ask);
  }

  /** All visible text of the page, as a person would copy it. */
  async text(): Promise<string> {
    return this.run(() => document.body?.innerText ?? '');
  }

  /**
   * Calls a function in the page and returns what it, or its promise, gives: data only, or elements. The function is sent
   * as text, so it sees its arguments and the page, nothing of the test around it. Throws what it throws.
   */
  async run<A extends unknown[], T>(work: (...args: Sent<A>) => T | Promise<T>, ...args: A): Promise<Received<T>> {
    return this.#session().executeScript<Received<T>>(work, ...args);
  }

  /** Draws on the thing of that role and name (a canvas is an "image"); see strokes.ts for the units. */
  async draw(role: Role, name: Name, strokes: Stroke[], pointer: PointerType = 'pen'): Promise<void> {
    await drawStrokes(this.#session(), await this.find(role, name), strokes, pointer);
  }

  /** Writes what the window shows as a PNG file, making its folder if need be. */
  async screenshot(file: string): Promise<void> {
    await this.run(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await this.#session().takeScreenshot(), 'base64');
  }

  /** WebKitWebDriver says "loaded" a little early on a busy machine, and of WebKit's own page about a failure too. */
  async #waitLoaded(left = 0): Promise<void> {
    const outcome = await this.waitFor('the page to load', stateOfLoading, left);
    if (outcome !== 'loaded') throw new Error(`The page did not load: ${outcome}`);
  }
}

/** Runs in the page. Gives "loaded", or what WebKit says of the failure, or nothing yet; `left` is when the page before began. */
function stateOfLoading(left: number): string | undefined {
  if (document.readyState !== 'complete' || performance.timeOrigin === left) return undefined;
  if (location.href !== 'about:blank') return 'loaded';
  return document.body?.innerText.trim() || undefined; // empty: the page every window begins with
}

/** Runs in the page: whether a thing is where it was two frames before, so that a click meets it. */
async function staysInPlace(element: Element): Promise<boolean> {
  const before = element.getBoundingClientRect();
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const after = element.getBoundingClientRect();
  return before.x === after.x && before.y === after.y;
}
