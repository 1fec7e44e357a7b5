import type * as v from 'valibot';
import { useRef } from 'preact/hooks';
import { MOST_PAPER_FORMS, type invitationsAnswer } from '../../contract/invitationsApi.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { language, localeOf } from '../../ui/language.ts';
import { Page } from '../../ui/Page.tsx';
import { allowedHere } from '../allowedHere.ts';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { InvitationsTable } from './InvitationsTable.tsx';
import { serverQuery, type ListView } from './listAddress.ts';
import { ListControls } from './ListControls.tsx';
import { ListPages } from './ListPages.tsx';
import { useListKeys } from './useListKeys.ts';
import { Refused } from './Refused.tsx';
import { useListView } from './useListView.ts';

type Found = v.InferOutput<typeof invitationsAnswer> & { view: ListView };

/** The invitations of the practice, the newest first: searched, filtered, and kept up to date while looked at. */
export function InvitationsPage() {
  const words = frontdeskWords();
  const list = useListView();
  const { found, fresh, problem } = useFound(list.view);
  const room = useListKeys(found?.invitations.map(({ id }) => id) ?? []);
  const nobody = found?.total === 0 && !isNarrowed(found.view);
  return (
    <Page
      title={words.invitations.title}
      actions={allowedHere('invite') && <ButtonLink href="/add">{words.nav.add}</ButtonLink>}
    >
      <LiveProblem problem={problem} empty={!found} />
      <Refused />
      {nobody && <Empty title={words.invitations.empty} hint={words.invitations.emptyHint} />}
      {found && !nobody && (
        <div class="stack gap-2" ref={room}>
          <ListControls list={list} />
          <div class="list-count">
            <p role="status">{fresh || problem ? countInWords(found) : words.invitations.searching}</p>
            {found.view.methods.join() === 'paper' && <PrintForms {...found} />}
            {list.narrowed && (
              <Button kind="plain" onClick={list.clear}>
                {words.invitations.clear}
              </Button>
            )}
          </div>
          {found.total === 0 && <Empty title={words.invitations.nothing} hint={words.invitations.nothingHint} />}
          {found.invitations.length > 0 && (
            <div class={fresh ? undefined : 'list-old'} aria-busy={!fresh}>
              <InvitationsTable invitations={found.invitations} />
            </div>
          )}
          <ListPages view={found.view} shown={found.invitations.length} total={found.total} />
        </div>
      )}
    </Page>
  );
}

/** The paper forms that still wait among those on screen. */
function PrintForms({ invitations }: Found) {
  const waiting = invitations.filter(({ state, method }) => method === 'paper' && isUnfinished(state));
  if (waiting.length === 0 || !allowedHere('invite')) return null;
  const now = waiting.slice(0, MOST_PAPER_FORMS).map(({ id }) => id);
  return (
    <ButtonLink kind="quiet" href={doors.paperFormsAddress(now)} newTab>
      {frontdeskWords().invitations.printForms(now.length, waiting.length > now.length)}
    </ButtonLink>
  );
}

/** What was found for a view; until that is known, what was found before, so that the page does not blink. */
function useFound(view: ListView): {
  found: Found | undefined;
  fresh: boolean;
  problem: ReturnType<typeof useLive>['problem'];
} {
  const query = serverQuery(view);
  const { value, problem } = useLive(`invitations ${query.toString()}`, (signal) => doors.invitations(query, signal));
  const last = useRef<Found>(undefined);
  if (value) last.current = { ...value, view };
  return { found: last.current, fresh: value !== undefined, problem };
}

function Empty({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="empty">
      <p>
        <b>{title}</b>
      </p>
      <p>{hint}</p>
    </div>
  );
}

function isNarrowed({ q, states, methods }: ListView): boolean {
  return q.trim() !== '' || states.length > 0 || methods.length > 0;
}

function countInWords({ total, view }: Found): string {
  const words = frontdeskWords().invitations;
  const number = new Intl.NumberFormat(localeOf(language.value)).format(total);
  return (isNarrowed(view) ? words.matching : words.total)(number, total === 1);
}
