/** A free name for a version made from another: `2026-1` leads to `2026-1.2`, and that to `2026-1.3`. */
export function nextVersion(from: string, taken: readonly string[]): string {
  const root = from.replace(/\.\d+$/, '');
  let number = 2;
  while (taken.includes(`${root}.${number}`)) number += 1;
  return `${root}.${number}`;
}
