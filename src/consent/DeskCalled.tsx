import type { ConsentSession } from './session.ts';
import { consentWords } from './text.ts';
import { useDesk } from './useDesk.ts';

/** Calls the desk, and says truthfully whether it knows. */
export function DeskCalled({ session }: { session: ConsentSession }) {
  const desk = useDesk(session);
  if (!desk) return null;
  return <p role="status">{desk === 'calling' ? '' : consentWords().help.desk[desk]}</p>;
}
