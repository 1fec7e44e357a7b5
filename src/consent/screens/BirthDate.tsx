import { useSignal } from '@preact/signals';
import { readBirthDate } from '../../domain/birthDate.ts';
import { DateField } from '../../ui/DateField.tsx';
import { MOST_TRIES } from '../draft.ts';
import { Step } from '../Step.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** Asks for the birth date before anything else is shown. A wrong one says nothing about the right one. */
export function BirthDate({ session }: { session: ConsentSession }) {
  const words = consentWords().birthDate;
  const typed = useSignal('');
  const problem = useSignal<string | undefined>(undefined);

  const confirm = (): void => {
    const { matter } = session;
    const read = readBirthDate(typed.value, new Date(matter.now()).toISOString().slice(0, 10));
    if (!read.ok) {
      problem.value = read.problem === 'impossible' ? words.impossible : words.unreadable;
      return;
    }
    const tries = session.draft.value.tries + 1;
    if (read.date === matter.birthDate) {
      const at = session.time();
      session.change({ tries, recognised: at, began: session.draft.value.began ?? at });
      session.go(1);
      return;
    }
    typed.value = '';
    problem.value = words.wrong(MOST_TRIES - tries);
    session.change({ tries });
  };

  return (
    <form
      onSubmit={(submit) => {
        submit.preventDefault();
        confirm();
      }}
    >
      <Step title={words.title} screen="birth-date" onBack={() => session.go(-1)} next={words.confirm} onNext={confirm}>
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
          error={problem.value}
        />
        <button type="submit" class="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Step>
    </form>
  );
}
