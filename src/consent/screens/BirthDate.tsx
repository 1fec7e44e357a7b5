import { BirthDateForm } from '../BirthDateForm.tsx';
import { MOST_TRIES } from '../draft.ts';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';

/** Asks for the birth date before anything else is shown. */
export function BirthDate({ session }: { session: ConsentSession }) {
  const { matter } = session;
  const { tries } = session.draft.value;
  return (
    <BirthDateForm
      title={consentWords().birthDate.title}
      screen="birth-date"
      now={matter.now}
      onBack={() => session.go(-1)}
      check={(date) => {
        if (date === matter.birthDate) return { is: 'right' };
        session.change({ tries: tries + 1 });
        return { is: 'wrong', left: MOST_TRIES - tries - 1 };
      }}
      onRight={() => {
        const at = session.time();
        session.change({ tries: tries + 1, recognised: at, began: session.draft.value.began ?? at });
        session.go(1);
      }}
    />
  );
}
