import { readBirthDate } from '../../domain/birthDate.ts';
import { Field } from '../../ui/Field.tsx';
import { calendarDay, today } from '../../ui/moments.ts';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { draft } from './draft.ts';

/** Typed the quickest way, and written out below: a mistyped year shows as an age that can't be. */
export function BirthDateField() {
  const words = frontdeskWords().add;
  const { text } = bind(draft, 'add');
  const read = readBirthDate(draft.values.value.birthDate, today());
  return (
    <Field
      {...text('birthDate')}
      label={words.birthDate}
      hint={words.birthDateHint}
      echo={read.ok ? words.birthDateEcho(calendarDay(read.date), ageOn(read.date, today())) : undefined}
      dir="ltr"
      short
    />
  );
}

/** Whole years between two days, both `YYYY-MM-DD`. */
function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
