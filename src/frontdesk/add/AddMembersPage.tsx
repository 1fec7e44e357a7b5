import { useLocation } from 'preact-iso';
import { AddMembers } from './AddMembers.tsx';
import { deskHost } from './consoleHost.ts';
import { STEPS, type Step } from './steps.ts';

type AddMembersPageProps = { params?: { step?: string } };

/** Add Members in the console, each of its screens at an address. */
export function AddMembersPage({ params }: AddMembersPageProps) {
  const { route } = useLocation();
  const step = STEPS.find((one) => one === params?.step) ?? 'people';
  const host = deskHost.value;
  if (!host) return null;

  function go(to: Step, how?: 'instead'): void {
    // Whoever went to another room meanwhile stays there; the panel says that something is unfinished.
    if (location.pathname.startsWith('/add')) route(addressOf(to), how === 'instead');
  }
  return <AddMembers host={host} steps={{ step, go, addressOf }} />;
}

function addressOf(step: Step): string {
  return step === 'people' ? '/add' : `/add/${step}`;
}
