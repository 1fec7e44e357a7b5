import { useSignal } from '@preact/signals';
import { readBirthDate } from '../domain/birthDate.ts';
import { DateField } from '../ui/DateField.tsx';
import { Step } from './Step.tsx';
import type { ConsentSession } from './session.ts';
import { consentWords } from './text.ts';

type BirthDateFormProps = {
  session: ConsentSession;
  title: string;
  lead?: string | undefined;
  screen: string;
  /** Tries that are left, this one included. */
  left: number;
  onBack?: (() => void) | undefined;
  onRight: () => void;
  onWrong: () => void;
};

/** Asks a patient for the birth date. A wrong one says nothing about the right one. */
export function BirthDateForm({ session, title, lead, screen, left, onBack, onRight, onWrong }: BirthDateFormProps) {
  const words = consentWords().birthDate;
  const typed = useSignal('');
  const problem = useSignal<string | undefined>(undefined);

  const confirm = (): void => {
    const { matter } = session;
    const read = readBirthDate(typed.value, new Date(matter.now()).toISOString().slice(0, 10));
    if (!read.ok) {
      problem.value = read.problem === 'impossible' ? words.impossible : words.unreadable;
    } else if (read.date === matter.birthDate) {
      onRight();
    } else {
      typed.value = '';
      problem.value = words.wrong(left - 1);
      onWrong();
    }
  };
  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        confirm();
      }}
    >
      <Step title={title} screen={screen} onBack={onBack} next={words.confirm} onNext={confirm}>
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
