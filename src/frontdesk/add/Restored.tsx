import { dayAndTime } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { frontdeskWords } from '../text.ts';
import { AskFirst } from './AskFirst.tsx';
import { fieldId, type Household } from './household.ts';

/** Says that an unfinished form was brought back, and lets go of it. */
export function Restored({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  const when = household.restored.value;
  if (when === undefined) return null;
  return (
    <Notice live="status">
      <p>{words.restored(dayAndTime(when, Date.now()))}</p>
      <ClearForm household={household} />
    </Notice>
  );
}

export function ClearForm({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  return (
    <AskFirst
      question={words.startOverAsk}
      yes={words.startOverYes}
      no={words.startOverNo}
      onYes={() => {
        household.clear();
        household.focus.value = fieldId(household.patient.value, 'first');
      }}
    >
      {words.startOver}
    </AskFirst>
  );
}
