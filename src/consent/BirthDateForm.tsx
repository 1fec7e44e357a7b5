import { useSignal } from '@preact/signals';
import { readBirthDate } from '../domain/birthDate.ts';
import { DateField } from '../ui/DateField.tsx';
import { Step } from './Step.tsx';
import { consentWords } from './text.ts';

/** What a date turned out to be; `left` is how many tries there are after a wrong one. */
export type Checked = { is: 'right' } | { is: 'wrong'; left: number } | { is: 'not-checked'; why: string };

type BirthDateFormProps = {
  title: string;
  lead?: string | undefined;
  screen: string;
  /** Milliseconds since 1970. */
  now: () => number;
  onBack?: (() => void) | undefined;
  /** Given as `YYYY-MM-DD`. */
  check: (date: string) => Checked | Promise<Checked>;
  onRight: () => void;
};

/** Asks a patient for the birth date. A wrong one says nothing about the right one. */
export function BirthDateForm({ title, lead, screen, now, onBack, check, onRight }: BirthDateFormProps) {
  const words = consentWords().birthDate;
  const typed = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);

  const confirm = async (): Promise<void> => {
    if (busy.value) return;
    const read = readBirthDate(typed.value, new Date(now()).toISOString().slice(0, 10));
    if (!read.ok) {
      problem.value = read.problem === 'impossible' ? words.impossible : words.unreadable;
      return;
    }
    busy.value = true;
    const checked = await check(read.date);
    busy.value = false;
    if (checked.is === 'right') return onRight();
    if (checked.is === 'wrong') typed.value = '';
    problem.value = checked.is === 'wrong' ? words.wrong(checked.left) : checked.why;
  };
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        void confirm();
      }}
    >
      <Step
        title={title}
        screen={screen}
        onBack={onBack}
        next={words.confirm}
        busy={busy.value ? words.checking : undefined}
        onNext={() => void confirm()}
      >
        {lead && <p>{lead}</p>}
        <DateField
          id="birth-date"
          label={words.title}
          labelHidden
          hint={words.hint}
          value={typed.value}
          onChange={(value) => {
            typed.value = value;
            problem.value = undefined;
          }}
          announced
          error={problem.value}
        />
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Step>
    </form>
  );
}
