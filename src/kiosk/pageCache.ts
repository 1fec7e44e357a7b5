/**
 * A page that the browser keeps for "back" would come back with whoever was on it. It is emptied as it is put away, and
 * loaded anew when it is brought back: then it starts locked, as every start does (invariant 4).
 */
export function neverComeBackAsLeft(): void {
  window.addEventListener('pagehide', (leaving) => {
    if (leaving.persisted) document.body.replaceChildren();
  });
  window.addEventListener('pageshow', (coming) => {
    if (coming.persisted) location.reload();
  });
}
