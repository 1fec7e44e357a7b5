import type { Duplicate } from '../../contract/householdApi.ts';
import type { DuplicateReason } from '../../domain/duplicates.ts';
import { fullName } from '../../domain/people.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { language, localeOf } from '../../ui/language.ts';
import { calendarDay, dayAndTime } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { frontdeskWords } from '../text.ts';
import type { Household, Member } from './household.ts';
import { alikeWithin, type Outlook } from './lookUp.ts';
import { nameOf } from './values.ts';

type DuplicatesProps = { household: Household; outlook: Outlook; onAgain: () => void };

/** Who may be invited already, with what is known. Staff decide: twins and namesakes are real. */
export function Duplicates({ household, outlook: { duplicates }, onAgain }: DuplicatesProps) {
  const words = frontdeskWords().add;
  if (!duplicates.ok) {
    return (
      <>
        <Within household={household} />
        <Notice kind="warning" live="status" title={words.duplicatesUnknown}>
          <p>{problemText(duplicates.problem)}</p>
          <p>{words.duplicatesUnknownHint}</p>
          <div>
            <Button kind="quiet" onClick={onAgain}>
              {frontdeskWords().tryAgain}
            </Button>
          </div>
        </Notice>
      </>
    );
  }
  return (
    <>
      <Within household={household} />
      {duplicates.value.duplicates.length > 0 && (
        <Notice kind="warning" title={words.duplicatesTitle}>
          {duplicates.value.among === 'tablet' && <p>{words.duplicatesOnTablet}</p>}
          <ul class="people">
            {duplicates.value.duplicates.map((one) => (
              <li key={`${one.key} ${one.invitation}`}>
                <Known household={household} duplicate={one} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Two of this household who look like one. */
function Within({ household }: { household: Household }) {
  const words = frontdeskWords().add;
  const alike = alikeWithin(household);
  if (alike.length === 0) return null;
  return (
    <Notice kind="warning">
      {alike.map(({ one, other, reasons }) => (
        <p key={`${one.key} ${other.key}`} class="notice-title">
          {words.alike(memberName(one), memberName(other), why(reasons))}
        </p>
      ))}
      <p>{words.alikeHint}</p>
    </Notice>
  );
}

function Known({ household, duplicate }: { household: Household; duplicate: Duplicate }) {
  const words = frontdeskWords();
  const { linkTo } = household.host;
  const member = household.members.value.find(({ key }) => key === duplicate.key);
  const name = fullName(duplicate.name);
  return (
    <>
      <p>
        <b>{words.add.duplicateOf(member ? memberName(member) : name, why(duplicate.reasons))}</b>
      </p>
      <Facts
        facts={[
          { name: words.add.name, value: name },
          { name: words.add.birthDate, value: calendarDay(duplicate.birthDate) },
          { name: words.add.recordNumber, value: duplicate.recordNumber ?? words.notKnown },
          { name: words.add.duplicateState, value: words.states[duplicate.state] },
          { name: words.add.duplicateAdded, value: dayAndTime(duplicate.createdAt, Date.now()) },
        ]}
      />
      {linkTo && (
        <p>
          <a href={linkTo(duplicate.invitation)} target="_blank" rel="noreferrer">
            {words.add.duplicateOpen(name)}
          </a>
        </p>
      )}
    </>
  );
}

function memberName({ form }: Member): string {
  return fullName(nameOf(form.values.value));
}

function why(reasons: readonly DuplicateReason[]): string {
  const words = frontdeskWords().add.reasons;
  return new Intl.ListFormat(localeOf(language.value)).format(reasons.map((reason) => words[reason]));
}
