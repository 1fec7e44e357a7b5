import { useLocation } from 'preact-iso';
import type { Session } from '../../contract/staffApi.ts';
import { Page } from '../../ui/Page.tsx';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { WorkCard } from './WorkCard.tsx';
import './Worklist.css';

/** Who enrolled and waits for a first call, the longest first; or who was called. */
export function WorklistPage({ session }: { session: Session }) {
  const words = frontdeskWords().worklist;
  const show = useLocation().query.show === 'done' ? 'done' : 'open';
  const { value, problem } = useLive(`worklist ${show}`, (signal) => doors.worklist(show, signal));
  return (
    <Page title={words.title} lead={words.lead}>
      <nav class="work-tabs" aria-label={words.show}>
        <Tab href="/worklist" here={show === 'open'} label={words.open} />
        <Tab href="/worklist?show=done" here={show === 'done'} label={words.done} />
        <p role="status">{value && words.count(value.items.length)}</p>
      </nav>
      <LiveProblem problem={problem} empty={!value} />
      {value?.items.length === 0 && (
        <div class="empty">
          <p>
            <b>{show === 'open' ? words.empty : words.emptyDone}</b>
          </p>
          <p>{words.emptyHint}</p>
        </div>
      )}
      {value && value.items.length > 0 && (
        <ul class="work-list">
          {value.items.map((item) => (
            <li key={item.invitation}>
              <WorkCard item={item} self={session.staff.id} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Tab({ href, here, label }: { href: string; here: boolean; label: string }) {
  return (
    <a class="work-tab" href={href} aria-current={here ? 'page' : undefined}>
      {label}
    </a>
  );
}
