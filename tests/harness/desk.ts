import { until } from '../webkit/until.ts';
import type { Name, Role } from '../webkit/accessible.ts';

/** A browser, whatever drives it: what can be seen, by role and name, and what a hand does with it. */
export type Desk = {
  goto: (url: string) => Promise<void>;
  /** All that can be seen of that role and name at this moment, in the order of the page. */
  all: (role: Role, name?: Name) => Promise<Thing[]>;
  /** The heading of the screen. */
  title: () => Promise<string>;
  /** All visible text. */
  text: () => Promise<string>;
};

export type Thing = {
  click: () => Promise<void>;
  /** Empties it, and types into it. */
  fill: (text: string) => Promise<void>;
  /** Chooses an option by its value, or by its words. */
  choose: (option: string) => Promise<void>;
  value: () => Promise<string>;
};

/** Which of several of one name, counted from 0 in the order of the page. */
type Place = { place?: number };

/** Does something with a thing as soon as it is there and can be used. */
async function use(
  desk: Desk,
  role: Role,
  name: Name,
  { place = 0 }: Place,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  let obstacle = 'there is none';
  const once = async (): Promise<true | undefined> => {
    const thing = (await desk.all(role, name))[place];
    if (!thing) return undefined;
    try {
      await work(thing);
      return true;
    } catch (reason) {
      obstacle = String(reason); // redrawn under our hands, or covered: it is looked for anew
      return undefined;
    }
  };
  const explain = async (): Promise<string> => `${obstacle}; the page says: ${(await desk.text()).slice(0, 500)}`;
  await until(`${role} ${String(name)}`, once, { explain });
}

export const click = (desk: Desk, role: Role, name: Name, place: Place = {}): Promise<void> =>
  use(desk, role, name, place, (thing) => thing.click());

export const fill = (desk: Desk, label: Name, text: string, place: Place = {}): Promise<void> =>
  use(desk, 'field', label, place, async (thing) => {
    await thing.fill(text);
    const typed = await thing.value();
    if (typed !== text) throw new Error(`it holds "${typed}"`);
  });

export const choose = (desk: Desk, label: Name, option: string, place: Place = {}): Promise<void> =>
  use(desk, 'field', label, place, (thing) => thing.choose(option));

export const see = (desk: Desk, role: Role, name: Name): Promise<void> =>
  use(desk, role, name, {}, () => Promise.resolve());

/** Runs in the page: chooses as the box's own list does. */
export function chooseOption(box: Element, wanted: string): void {
  if (!(box instanceof HTMLSelectElement)) throw new Error('not a box to choose from');
  const option = [...box.options].find(({ value, label }) => value === wanted || label.trim() === wanted);
  if (!option) throw new Error(`no such choice among: ${[...box.options].map(({ label }) => label).join(', ')}`);
  box.value = option.value;
  for (const type of ['input', 'change']) box.dispatchEvent(new Event(type, { bubbles: true }));
}
