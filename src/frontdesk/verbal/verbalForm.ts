import { newId } from '../../contract/newId.ts';
import type { VerbalRequest } from '../../contract/verbalApi.ts';
import { readBirthDate } from '../../domain/birthDate.ts';
import { createForm, type Form, type Mistakes } from '../../ui/form.ts';
import { today } from '../../ui/moments.ts';
import { oneLine } from '../add/values.ts';
import type { Mistake } from '../mistake.ts';

/** What is written down of a spoken answer, as it is typed. */
export type VerbalValues = {
  answer: VerbalRequest['answer'] | '';
  reason: string;
  by: VerbalRequest['by'] | '';
  readBy: string;
  /** `YYYY-MM-DD`, or as typed. */
  day: string;
  /** `HH:MM` by the clock of this computer. */
  time: string;
  said: string;
};

export const verbalFields = [
  'answer',
  'reason',
  'by',
  'readBy',
  'day',
  'time',
  'said',
] as const satisfies (keyof VerbalValues)[];

/** The id goes with the form: a second try of the same answer is no second record. */
export type VerbalForm = { id: string; form: Form<VerbalValues, Mistake> };

export function newVerbalForm(reader: string, now: Date): VerbalForm {
  const two = (number: number): string => String(number).padStart(2, '0');
  const start: VerbalValues = {
    answer: '',
    reason: '',
    by: '',
    readBy: reader,
    day: today(now.getTime()),
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
    said: '',
  };
  return { id: newId(), form: createForm<VerbalValues, Mistake>(start, check) };
}

function check({ answer, reason, by, readBy, day, time, said }: VerbalValues): Mistakes<VerbalValues, Mistake> {
  const mistakes: Mistakes<VerbalValues, Mistake> = {};
  if (!answer) mistakes.answer = 'answer-missing';
  if (answer === 'declination' && !reason) mistakes.reason = 'decline-reason-missing';
  if (!by) mistakes.by = 'spoken-missing';
  if (!oneLine(readBy)) mistakes.readBy = 'reader-missing';
  else if (oneLine(readBy).length > 200) mistakes.readBy = 'too-long';
  if (said.length > 1_000) mistakes.said = 'too-long';
  const read = readBirthDate(day, today());
  if (!read.ok) mistakes.day = read.problem === 'future' ? 'answered-at-future' : 'answered-at-unreadable';
  const at = momentOf(day, time);
  if (read.ok && !at) mistakes.time = 'answered-at-unreadable';
  else if (at && at.getTime() > Date.now()) mistakes.time = 'answered-at-future';
  return mistakes;
}

/** Undefined where the day or the time can't be read. */
function momentOf(day: string, time: string): Date | undefined {
  const read = readBirthDate(day, today());
  return read.ok && /^\d\d:\d\d/.test(time) ? new Date(`${read.date}T${time}`) : undefined;
}

/** An answer that the check finds nothing wrong with. */
export function toRequest(
  { id, form }: VerbalForm,
  given: Pick<VerbalRequest, 'version' | 'form' | 'language'>,
): VerbalRequest {
  const { answer, reason, by, readBy, day, time, said } = form.values.value;
  const at = momentOf(day, time);
  if (!answer || !by || !at) throw new TypeError('an answer is sent only after it was checked');
  return {
    id,
    ...given,
    answer,
    by,
    readBy: oneLine(readBy),
    answeredAt: at.toISOString(),
    said: said.trim(),
    reason: answer === 'declination' ? reason : null,
  };
}
