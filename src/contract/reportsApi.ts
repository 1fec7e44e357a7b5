import * as v from 'valibot';
import { METHODS } from '../domain/invitation.ts';
import { count, isoDate } from './shapes.ts';

/** What became of invitations, by the week they were made in (Monday, in the practice's zone) and by method. */
export const reportAnswer = v.object({
  from: isoDate,
  to: isoDate,
  funnel: v.object({ invited: count, open: count, signed: count, enrolled: count, declined: count, cancelled: count }),
  weeks: v.array(
    v.object({ week: isoDate, method: v.picklist(METHODS), invited: count, enrolled: count, declined: count }),
  ),
  /** Hours from invitation to account, of those that have one; null where none has. */
  hoursToEnrol: v.object({
    median: v.nullable(v.number()),
    slowest: v.nullable(v.number()),
    under: v.array(v.object({ hours: count, count })),
  }),
  declines: v.array(
    v.object({ week: isoDate, method: v.picklist(METHODS), reason: v.string(), reasonText: v.string(), count }),
  ),
});
export type Report = v.InferOutput<typeof reportAnswer>;
