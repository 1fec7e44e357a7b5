import * as v from 'valibot';
import { MOST_ENVELOPES } from './deviceApi.ts';
import { nameSchema } from './people.ts';
import { id, isoTime } from './shapes.ts';

/** A sealed copy of what waited on a tablet, brought in by hand where the tablet itself can't. */

/** The file as the tablet writes it: see `rescueFile`. */
export const rescueFileSchema = v.object({
  countersign: v.literal('rescue'),
  version: v.literal(1),
  device: id,
  savedAt: isoTime,
  /** Read one by one on the server: an unreadable one never holds up the rest. */
  envelopes: v.array(v.unknown()),
});

export const rescueRequest = v.strictObject({
  envelopes: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MOST_ENVELOPES)),
});

const rescued = v.object({
  /** As the envelope names itself; empty where it can't be read. */
  id: v.string(),
  outcome: v.picklist(['new', 'here-already', 'refused']),
  /** Why it was refused. */
  code: v.nullable(v.string()),
  invitation: v.nullable(v.object({ id, name: nameSchema })),
});
export type Rescued = v.InferOutput<typeof rescued>;
export const rescueAnswer = v.object({ results: v.array(rescued) });
