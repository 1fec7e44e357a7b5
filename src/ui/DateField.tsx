import { FieldSet, type FieldCommon } from './FieldFrame.tsx';
import { uiWords } from './text.ts';

type DateFieldProps = FieldCommon & {
  /** `YYYY-MM-DD`, or what was typed so far as `month/day/year`: `readBirthDate` of the domain reads both. */
  value: string;
  onChange: (value: string) => void;
  /** When the focus leaves all three parts. */
  onBlur?: () => void;
  /** Only where people enter their own birth date. */
  ownBirthDate?: boolean;
};

type Parts = { month: string; day: string; year: string };

/** A date that a person knows by heart, typed in three parts: no calendar to page through. */
export function DateField({ value, onChange, onBlur, ownBirthDate, ...common }: DateFieldProps) {
  const words = uiWords();
  const parts = split(value);
  const change = (part: keyof Parts, typed: string): void =>
    onChange(whole(typed) ?? joined({ ...parts, [part]: typed.trim() }));
  return (
    <FieldSet {...common}>
      <div
        class="date-parts"
        onFocusOut={(leaving) => {
          if (!leaving.currentTarget.contains(leaving.relatedTarget as Node | null)) onBlur?.();
        }}
      >
        {(['month', 'day', 'year'] as const).map((part) => (
          <div key={part} class={`date-part date-part-${part}`}>
            <label for={`${common.id}-${part}`}>{words[part]}</label>
            <input
              class="control"
              id={`${common.id}-${part}`}
              name={`${common.id}-${part}`}
              type="text"
              inputMode="numeric"
              dir="ltr"
              autoComplete={ownBirthDate ? `bday-${part}` : 'off'}
              value={parts[part]}
              aria-invalid={common.error ? true : undefined}
              onInput={(typing) => change(part, typing.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </FieldSet>
  );
}

function split(value: string): Parts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso) return { month: iso[2] ?? '', day: iso[3] ?? '', year: iso[1] ?? '' };
  const [month = '', day = '', year = ''] = value.split('/');
  return { month, day, year };
}

function joined({ month, day, year }: Parts): string {
  return month || day || year ? `${month}/${day}/${year}` : '';
}

/** A whole date pasted or typed into one part is spread over all three. */
function whole(typed: string): string | undefined {
  const found =
    /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(typed) ?? /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(typed);
  return found ? `${found[1]}/${found[2]}/${found[3]}` : undefined;
}
