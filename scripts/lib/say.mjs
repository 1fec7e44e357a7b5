/** Ends a command with a sentence a person can act on, and no stack trace. */
export class Stop extends Error {
  name = 'Stop';
}

/** One line about what is being done. On stderr, so that a command's own output stays clean. */
export function say(line) {
  console.error(`countersign: ${line}`);
}

/** How long something took, for a line: `3.2 s`. */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
