import { useRef } from 'preact/hooks';
import { readBirthDate } from '../../domain/birthDate.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldFrame, tied } from '../../ui/FieldFrame.tsx';
import { calendarDay, today } from '../../ui/moments.ts';
import { bind } from '../bind.ts';
import { frontdeskWords } from '../text.ts';
import { prefixOf, type Member } from './household.ts';

const canPick = 'showPicker' in HTMLInputElement.prototype;

/** Typed the quickest way, and written out below: a mistyped year shows as an age that can't be. Or picked. */
export function BirthDateField({ member }: { member: Member }) {
  const words = frontdeskWords().add;
  const { value, onInput, onBlur, ...rest } = bind(member.form, prefixOf(member)).text('birthDate');
  const picker = useRef<HTMLInputElement>(null);
  const read = readBirthDate(value, today());
  const common = {
    ...rest,
    label: words.birthDate,
    hint: words.birthDateHint,
    echo: read.ok ? words.birthDateEcho(calendarDay(read.date), ageOn(read.date, today())) : undefined,
  };
  return (
    <FieldFrame {...common}>
      <div class="birth-date">
        <input
          class="control control-short"
          id={common.id}
          name={common.id}
          type="text"
          dir="ltr"
          autoComplete="off"
          spellcheck={false}
          value={value}
          onInput={(typing) => onInput(typing.currentTarget.value)}
          onBlur={onBlur}
          {...tied(common)}
        />
        {canPick && (
          <>
            {/* Opened by the button only: what it picks goes into the field that people and screen readers use. */}
            <input
              class="birth-date-picker"
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              max={today()}
              value={read.ok ? read.date : ''}
              onChange={(picking) => onInput(picking.currentTarget.value)}
            />
            <Button kind="plain" onClick={() => picker.current?.showPicker()}>
              {words.calendar}
            </Button>
          </>
        )}
      </div>
    </FieldFrame>
  );
}

/** Whole years between two days, both `YYYY-MM-DD`. */
function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
