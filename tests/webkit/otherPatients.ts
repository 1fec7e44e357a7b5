/** Watches a browser for a sight of any patient but the one it was handed to (invariant 4). */
import households from '../../server/sample/households.json' with { type: 'json' };
import type { Browser } from './browser.ts';
import { until } from './until.ts';

type Person = { first: string; last: string; suffix?: string; recordNumber?: string | null };

/** Names, whole and in part, and record numbers of everybody in the sample practice but this patient. */
export function tracesOfOthers(patient: { name: string }): string[] {
  const people = households.flatMap((household): Person[] => [
    household.patient,
    ...(household.relatedPatients ?? []),
    ...(household.relatedCaregivers ?? []),
  ]);
  const others = people.filter(({ first, last }) => !patient.name.startsWith(`${first} ${last}`.trim()));
  const traces = others.flatMap(({ first, last, recordNumber }) => [
    `${first} ${last}`.trim(),
    first,
    last,
    recordNumber,
  ]);
  return [...new Set(traces)].filter((trace): trace is string => Boolean(trace));
}

const seen = 'Another patient is in the page:';

/**
 * A start script: after each change of the page it searches the whole document, attributes included, and writes to the
 * console when one of the traces turned up.
 */
export function watchFor(traces: string[]): string {
  return `(${watch.toString()})(${JSON.stringify(traces)}, ${JSON.stringify(seen)});`;
}

/** Runs in the page. */
function watch(traces: string[], message: string): void {
  const whole = traces.map((trace) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(trace)}(?![\\p{L}\\p{N}])`, 'u'));
  let before: string | undefined;
  const look = (): void => {
    const html = document.documentElement?.outerHTML ?? '';
    const text = html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const found = traces.find((_, i) => whole[i]?.test(text));
    if (found !== before && found !== undefined) console.warn(message, found);
    before = found;
  };
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, everything);
  window.addEventListener('pageshow', () => {
    before = undefined; // a page that comes back from the browser's cache shows again what it showed
    look();
  });
}

/** How often somebody else came into sight so far. */
export async function sightings(browser: Browser): Promise<number> {
  // What the page wrote before this line has arrived when this line has.
  const mark = `mark ${crypto.randomUUID()}`;
  await browser.page.run((line) => console.log(line), mark);
  const lines = await until('the console to be read', () => {
    const all = browser.console();
    return all.some((line) => line.includes(mark)) ? all : undefined;
  });
  return lines.filter((line) => line.includes(seen)).length;
}
