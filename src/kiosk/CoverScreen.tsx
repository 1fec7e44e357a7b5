import { MOST_TRIES } from '../consent/draft.ts';
import { BirthDateForm } from '../consent/BirthDateForm.tsx';
import type { ConsentSession } from '../consent/session.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PatientFrame } from './PatientFrame.tsx';
import { kioskWords } from './text.ts';

type CoverProps = { session: ConsentSession; onRight: () => void; onStaff: () => void };

/** Hides a patient's form after a rest: names nobody, and opens to their birth date or to staff. */
export function CoverScreen({ session, onRight, onStaff }: CoverProps) {
  const words = kioskWords().cover;
  const { language, textSize, contrast, tries, recognised, coverTries } = session.draft.value;
  // Whoever has not said who they are yet gets no more tries by waiting.
  const left = MOST_TRIES - coverTries - (recognised === null ? tries : 0);
  const staff = (
    <Button kind="plain" onClick={onStaff}>
      {words.staff}
    </Button>
  );
  return (
    <PatientFrame
      languages={session.matter.form.languages}
      look={{ language, textSize, contrast }}
      onLook={session.change}
      screen="cover"
    >
      {left <= 0 ? (
        <Page title={words.title} lead={words.askDesk} screen="cover">
          <div>{staff}</div>
        </Page>
      ) : (
        <>
          <BirthDateForm
            title={words.title}
            lead={words.lead}
            screen="cover"
            now={session.matter.now}
            check={(date) => {
              if (date === session.matter.birthDate) return { is: 'right' };
              session.change({ coverTries: session.draft.value.coverTries + 1 });
              return { is: 'wrong', left: left - 1 };
            }}
            onRight={() => {
              session.change({ coverTries: 0 });
              onRight();
            }}
          />
          <div>{staff}</div>
        </>
      )}
    </PatientFrame>
  );
}
