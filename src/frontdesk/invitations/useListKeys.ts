import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The list by keyboard: `/` goes to the search, the arrow keys walk through search and rows, Enter opens as it does with
 * any link. `ids` are those of the rows on screen: where the focused one is taken away by what happens elsewhere, the
 * row in its place takes the focus over.
 */
export function useListKeys(ids: readonly string[]): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  const at = useRef(-1);

  useEffect(() => {
    const onKey = (key: KeyboardEvent): void => {
      if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented) return;
      if (key.key === '/' && !isTyping(key.target)) {
        key.preventDefault();
        searchIn(room.current)?.focus();
      } else if (key.key === 'ArrowDown' || key.key === 'ArrowUp') walk(room.current, key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    const onFocus = (): void => {
      at.current = rowsIn(room.current).indexOf(document.activeElement as HTMLElement);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);

  useLayoutEffect(() => {
    if (at.current < 0 || document.activeElement !== document.body) return;
    const rows = rowsIn(room.current);
    (rows[Math.min(at.current, rows.length - 1)] ?? searchIn(room.current))?.focus();
  }, [ids.join()]);

  return room;
}

function walk(room: HTMLElement | null, key: KeyboardEvent): void {
  const stops = [searchIn(room), ...rowsIn(room)].filter((one) => one !== null);
  const here = stops.indexOf(key.target as HTMLElement);
  const next = stops[here + (key.key === 'ArrowDown' ? 1 : -1)];
  if (here < 0 || !next) return;
  key.preventDefault();
  next.focus();
}

function searchIn(room: HTMLElement | null): HTMLElement | null {
  return room?.querySelector<HTMLElement>('input[type="search"]') ?? null;
}

function rowsIn(room: HTMLElement | null): HTMLElement[] {
  return [...(room?.querySelectorAll<HTMLElement>('tbody .row-link') ?? [])];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
}
