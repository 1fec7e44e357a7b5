import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ConsentSession } from './session.ts';

/** Calls the desk; leaving the screen by itself, as when it is hidden after a rest, takes nothing back. Undefined where there is no desk. */
export function useDesk({ matter }: ConsentSession): 'calling' | 'told' | 'not-told' | undefined {
  const desk = useSignal<'calling' | 'told' | 'not-told'>('calling');
  const { callDesk } = matter;
  useEffect(() => {
    void callDesk?.(true).then((told) => {
      desk.value = told ? 'told' : 'not-told';
    });
  }, [callDesk]);
  return callDesk && desk.value;
}
