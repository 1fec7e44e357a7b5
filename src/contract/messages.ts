import * as v from 'valibot';

/** What page and service worker say to each other. Anything else that arrives is not for us. */
export const toWorker = v.variant('type', [
  v.strictObject({ type: v.literal('drain') }),
  v.strictObject({ type: v.literal('take-over') }),
]);
export type ToWorker = v.InferOutput<typeof toWorker>;

export const fromWorker = v.variant('type', [
  v.strictObject({ type: v.literal('drained'), delivered: v.number(), waiting: v.number() }),
]);
export type FromWorker = v.InferOutput<typeof fromWorker>;

/** The tag of the one background sync event, in browsers that have it. */
export const DRAIN_TAG = 'countersign-drain';
