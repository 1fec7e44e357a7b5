import { EventEmitter } from 'node:events';

/** Tells listeners of a practice that something changed: what, they look up themselves. */
export type Nudges = { nudge(practice: string): void; listen(practice: string, heard: () => void): () => void };

export function createNudges(): Nudges {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    nudge: (practice) => void emitter.emit(practice),
    listen(practice, heard) {
      emitter.on(practice, heard);
      return () => void emitter.off(practice, heard);
    },
  };
}
