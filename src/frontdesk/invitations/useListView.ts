import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { addressOf, readView, rememberList, type ListView } from './listAddress.ts';

/** Milliseconds: shorter than a pause in typing, and no browser counts so few changes of the address as too many. */
const TYPING_REST = 150;

/** The view of the address, the search as it is being typed, and the ways to change both. */
export function useListView() {
  const { query, route } = useLocation();
  const view = useMemo(() => readView(query), [query]);
  const [typed, setTyped] = useState(view.q);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(view.q);

  const show = (change: Partial<ListView>, replace: boolean): void => {
    clearTimeout(waiting.current);
    const next = { ...view, q: typed, from: 0, ...change };
    written.current = next.q;
    route(addressOf(next), replace);
  };
  const type = (q: string): void => {
    setTyped(q);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => show({ q }, true), TYPING_REST);
  };

  useEffect(() => rememberList(view), [view]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    // Back, forward or a link changed the address, not the typing.
    if (view.q === written.current) return;
    clearTimeout(waiting.current);
    written.current = view.q;
    setTyped(view.q);
  }, [view.q]);

  return {
    view,
    typed,
    narrowed: typed !== '' || view.states.length > 0 || view.methods.length > 0,
    type,
    /** A filter is a step of its own in the browser's history. */
    filter: (change: Partial<Pick<ListView, 'states' | 'methods'>>): void => show(change, false),
    clear: (): void => {
      setTyped('');
      show({ q: '', states: [], methods: [] }, false);
    },
  };
}
