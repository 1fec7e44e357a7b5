import { useId } from 'preact/hooks';
import type { WorkItem } from '../../contract/worklistApi.ts';
import { phoneForPeople } from '../../domain/contactDetails.ts';
import { fullName } from '../../domain/people.ts';
import { Facts, type Fact } from '../../ui/Facts.tsx';
import { languageName } from '../../ui/language.ts';
import { ago, shortDay, useNow } from '../../ui/moments.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { isGoodTime, preferenceInWords } from '../contactTimes.ts';
import { frontdeskWords } from '../text.ts';
import { WorkSteps } from './WorkSteps.tsx';

/** One member to call: all that the call needs, and who makes it. */
export function WorkCard({ item, self }: { item: WorkItem; self: string }) {
  const words = frontdeskWords().worklist;
  const now = useNow();
  const heading = useId();
  const call = !item.done && !item.stop && isGoodTime(item.contact, now);
  return (
    <article class="work-card" aria-labelledby={heading}>
      <header class="work-head">
        <h2 id={heading}>
          <a class="row-link" href={`/invitations/${item.invitation}`} dir="auto">
            {fullName(item.name)}
          </a>
        </h2>
        <p>
          <time dateTime={item.enrolledAt}>{words.enrolled(ago(item.enrolledAt, now))}</time>
        </p>
        {item.stop && (
          <StateBadge shape="attention">{frontdeskWords().members.badge(shortDay(item.stop.effectiveOn))}</StateBadge>
        )}
        {call && <StateBadge shape="done">{words.goodTime}</StateBadge>}
      </header>
      <Facts facts={facts(item, now)} />
      {item.misses.length > 0 && <Misses misses={item.misses} />}
      <WorkSteps item={item} self={self} />
    </article>
  );
}

function facts({ contact, phone, language, note }: WorkItem, now: number): Fact[] {
  const words = frontdeskWords().worklist;
  const { theirs, yours } = preferenceInWords(contact, now);
  const prefers = (
    <>
      {theirs}
      {yours && (
        <>
          <br />
          <span class="work-yours">{words.forYou(yours)}</span>
        </>
      )}
    </>
  );
  return [
    {
      name: words.phone,
      value: phone ? <a href={`tel:${phone}`}>{phoneForPeople(phone)}</a> : frontdeskWords().notKnown,
    },
    { name: words.prefers, value: prefers },
    { name: words.language, value: languageName(language) },
    ...(note ? [{ name: words.note, value: note, wide: true }] : []),
  ];
}

/** Which of the form's questions were missed at first. */
function Misses({ misses }: { misses: readonly string[] }) {
  const words = frontdeskWords().worklist;
  return (
    <div>
      <p>
        <b>{words.explain}</b>
      </p>
      <ul class="work-misses">
        {misses.map((id) => (
          <li key={id}>
            {Object.hasOwn(words.misses, id) ? words.misses[id as keyof typeof words.misses] : words.missUnknown}
          </li>
        ))}
      </ul>
    </div>
  );
}
