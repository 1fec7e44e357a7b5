import { fullName } from '../domain/people.ts';
import { clockTime } from '../ui/moments.ts';
import { Notice } from '../ui/Notice.tsx';
import { devices } from './doors.ts';
import { frontdeskWords } from './text.ts';
import { useLive } from './useLive.ts';

/** Patients who have a tablet and want somebody to come, in every room. The place is always there, so that it is read out when it fills. */
export function WhoAsks() {
  const words = frontdeskWords().tablets;
  const { value } = useLive('who-asks', devices);
  const asking = value?.devices.filter((one) => one.asking !== null && one.online) ?? [];
  return (
    <div role="status">
      {asking.map(({ id, name, holding, asking: since }) => (
        <Notice key={id} kind="warning" title={words.asks(holding ? fullName(holding.name) : words.aPatient)}>
          {words.asksWhere(name, since ? clockTime(since) : '')}
        </Notice>
      ))}
    </div>
  );
}
