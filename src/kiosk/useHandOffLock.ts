import { useEffect } from 'preact/hooks';

/**
 * What keeps a patient's page a page of one purpose, as far as a page can: no menu by a long press, nothing to select or
 * drag away, no shortcut of the browser, no way back; what is printed is empty (Kiosk.css). The device itself is locked by Guided Access (README).
 */
export function useHandOffLock(): void {
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    const prevent = (event: Event): void => event.preventDefault();
    document.addEventListener('contextmenu', prevent, options);
    document.addEventListener('dragstart', prevent, options);
    document.addEventListener('drop', prevent, options);
    document.addEventListener('keydown', preventShortcuts, options);
    document.documentElement.classList.add('handed-off');
    keepPlace();
    window.addEventListener('popstate', () => history.forward(), options);
    return () => {
      stop.abort();
      document.documentElement.classList.remove('handed-off');
    };
  }, []);
}

let placed = false;

/**
 * Puts an entry above the first one, so that going back stays on this page and is taken forward again. It carries on what
 * the entry below holds: a draft may wait there (`refuge.ts`).
 */
function keepPlace(): void {
  if (placed) return;
  placed = true;
  history.pushState(history.state, '');
}

/** What people use while they type; Tab and the arrows are no shortcuts. */
const forTyping = new Set(['a', 'c', 'v', 'x', 'z']);

function preventShortcuts(event: KeyboardEvent): void {
  const shortcut = event.ctrlKey || event.metaKey || (event.altKey && event.key.startsWith('Arrow'));
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (shortcut && !(typing && forTyping.has(event.key.toLowerCase()))) event.preventDefault();
}
