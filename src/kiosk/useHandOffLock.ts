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

/** What people use while they type. */
const forTyping = new Set(['a', 'c', 'v', 'x', 'z', 'arrowleft', 'arrowright', 'backspace', 'delete', 'home', 'end']);

/** Function keys, and the keys that keyboards have for what a browser does: back, reload, search, print. */
const browserKeys = /^(F\d+|Browser.*|Launch.*|Find|Print|PrintScreen|Help)$/;

function preventShortcuts(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isShortcut(event, typing)) event.preventDefault();
}

/** Tab and the arrows alone are none; nor is what a keyboard needs to write an accent or a sign. */
function isShortcut(event: KeyboardEvent, typing: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (browserKeys.test(key)) return true;
  const writes = typing && (event.getModifierState('AltGraph') || (altKey && !ctrlKey && !metaKey && key.length === 1));
  if (writes) return false;
  if (altKey) return key !== 'Alt';
  return (ctrlKey || metaKey) && !(typing && forTyping.has(key.toLowerCase()));
}
