import * as v from 'valibot';
import { contactSchema, nameSchema } from './people.ts';
import { id, isoDate, isoTime } from './shapes.ts';

/** The Health Assistant's list of newly enrolled members. */
export const workItem = v.object({
  invitation: id,
  name: nameSchema,
  language: v.string(),
  enrolledAt: isoTime,
  contact: contactSchema,
  phone: v.nullable(v.string()),
  note: v.string(),
  /** Ids of the questions that were missed at first: worth explaining again. */
  misses: v.array(v.string()),
  /** Asked to stop, and the last day. */
  stop: v.nullable(v.object({ askedAt: isoTime, effectiveOn: isoDate })),
  claimed: v.nullable(v.object({ by: id, name: v.string(), at: isoTime })),
  done: v.nullable(v.object({ name: v.string(), at: isoTime })),
});
export type WorkItem = v.InferOutput<typeof workItem>;
export const worklistAnswer = v.object({ items: v.array(workItem) });
