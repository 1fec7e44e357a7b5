import { useEffect, useState } from 'preact/hooks';
import type { InvitationRow } from '../../contract/invitationsApi.ts';
import type { ScanPage } from '../../contract/scansApi.ts';
import { fullName } from '../../domain/people.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field } from '../../ui/Field.tsx';
import { createForm } from '../../ui/form.ts';
import { calendarDay } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { matchPage } from '../scanDoors.ts';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';

type Values = { q: string; invitation: string; page: string; pages: string };
const FIELDS = ['invitation', 'page', 'pages'] as const;
const NOBODY: Awaited<ReturnType<typeof doors.invitations>> = { ok: true, value: { invitations: [], total: 0 } };
/** Patients shown of those that are found. */
const MOST_FOUND = 5;

/** A person says whose page it is, and which. */
export function MatchPage({ page, onClose }: { page: ScanPage; onClose: () => void }) {
  const words = frontdeskWords().scans.match;
  const [form] = useState(() =>
    createForm<Values, Mistake>(
      { q: '', invitation: '', page: numberOr(page.page), pages: numberOr(page.pages) },
      check,
    ),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const bound = bind(form, `match-${page.id}`);

  async function match(): Promise<void> {
    if (busy || !form.submit(FIELDS)) return;
    setBusy(true);
    const { invitation, page: number, pages } = form.values.value;
    const answer = await matchPage(page.id, { invitation, page: Number(number), pages: Number(pages) });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
    if (answer.ok) onClose();
  }
  return (
    <form
      class="form form-narrow"
      noValidate
      aria-label={words.title}
      onSubmit={(sending) => {
        sending.preventDefault();
        void match();
      }}
    >
      <h3>{words.title}</h3>
      <ErrorSummary {...bound.summary(FIELDS)} />
      <Field {...bound.text('q')} type="search" dir="auto" label={words.search} hint={words.searchHint} />
      <Found
        q={form.values.value.q}
        bound={bound.choice('invitation')}
        onGone={() => form.set({ invitation: '' })}
        chosen={form.values.value.invitation}
      />
      <div class="form-grid">
        <Field {...bound.text('page')} short inputMode="numeric" label={words.page} hint={words.pageHint} />
        <Field {...bound.text('pages')} short inputMode="numeric" label={words.pages} />
      </div>
      {problem && (
        <Notice kind="danger" live="alert" title={words.failed}>
          {problemText(problem)}
        </Notice>
      )}
      <Row>
        <Button type="submit" busy={busy && words.busy}>
          {words.button}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </Row>
    </form>
  );
}

function numberOr(number: number | null): string {
  return number === null ? '' : String(number);
}

function check({ invitation, page, pages }: Values): { [Name in keyof Values]?: Mistake } {
  const isPage = (text: string): boolean => /^\s*[1-9]\d?\s*$/.test(text);
  return {
    ...(invitation ? {} : { invitation: 'patient-missing' }),
    ...(isPage(page) ? {} : { page: 'page-number-missing' }),
    ...(isPage(pages) && (!isPage(page) || Number(page) <= Number(pages)) ? {} : { pages: 'page-count-missing' }),
  };
}

type FoundProps = {
  q: string;
  chosen: string;
  onGone: () => void;
  bound: { id: string; error?: string | undefined; onBlur: () => void; value: string; onChange: (id: string) => void };
};

/** Who is found by what was typed. Whoever was chosen and is no longer among them is not chosen any more. */
function Found({ q, chosen, onGone, bound }: FoundProps) {
  const words = frontdeskWords().scans.match;
  const query = q.trim();
  const search = new URLSearchParams({ q: query, limit: String(MOST_FOUND) });
  const { value } = useLive(`match ${query}`, async (signal) => (query ? doors.invitations(search, signal) : NOBODY));
  const found = value?.invitations ?? [];
  const gone = value !== undefined && chosen !== '' && !found.some(({ id }) => id === chosen);
  useEffect(() => {
    if (gone) onGone();
  }, [gone]);
  if (!query) return null;
  if (value && found.length === 0) return <p role="status">{words.nobody}</p>;
  return (
    <Choice
      {...bound}
      label={words.patient}
      options={found.map((row) => ({ value: row.id, label: fullName(row.name), description: about(row) }))}
    />
  );
}

function about({ birthDate, recordNumber, state, method }: InvitationRow): string {
  const words = frontdeskWords();
  const parts = [
    words.scans.match.born(calendarDay(birthDate)),
    recordNumber,
    words.methods[method],
    words.states[state],
  ];
  return parts.filter(Boolean).join(' · ');
}
