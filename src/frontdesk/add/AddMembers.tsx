import { useLocation } from 'preact-iso';
import { useLayoutEffect } from 'preact/hooks';
import type { Session } from '../../contract/staffApi.ts';
import { ContactStep } from './ContactStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { done, draft, patientFields } from './draft.ts';
import { PatientStep } from './PatientStep.tsx';
import { sendDraft } from './send.ts';
import { UsernameStep } from './UsernameStep.tsx';

type AddMembersProps = { session: Session; params?: { step?: string } };

/** Add Members, one step a page: the browser's own "back" goes back. */
export function AddMembers({ session, params }: AddMembersProps) {
  const { route } = useLocation();
  const step = reachable(params?.step);
  const misplaced = step !== (params?.step ?? '');
  // At once: a redirect that comes later could undo where somebody went meanwhile.
  useLayoutEffect(() => {
    if (misplaced) route(step ? `/add/${step}` : '/add', true);
  }, [misplaced, route, step]);

  async function send(confirmedUsername?: string): Promise<void> {
    const outcome = await sendDraft(session, confirmedUsername);
    // Whoever went to another room meanwhile stays there; the panel says that something is unfinished.
    if (!location.pathname.startsWith('/add')) return;
    if (outcome === 'patient') route('/add');
    if (outcome === 'contact') route('/add/contact');
  }
  const noEmail = !draft.values.value.email.trim();

  switch (step) {
    case '':
      return <PatientStep session={session} onNext={() => route('/add/contact')} />;
    case 'contact':
      return <ContactStep onNext={noEmail ? () => route('/add/username') : () => void send()} lastStep={!noEmail} />;
    case 'username':
      return <UsernameStep onConfirm={(username) => void send(username)} />;
    case 'done':
      return <DoneStep />;
  }
}

type Step = '' | 'contact' | 'username' | 'done';

/** The step that an address asks for, where there is something to go on with: after a reload there is not. */
function reachable(wanted: string | undefined): Step {
  const sent = done.value !== undefined && !draft.dirty.value;
  if (wanted === 'done') return done.value ? 'done' : '';
  if (wanted !== 'contact' && wanted !== 'username') return '';
  if (sent) return 'done';
  return draft.isRight(patientFields) ? wanted : '';
}
