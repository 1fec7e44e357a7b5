import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { isUnfinished } from '../domain/invitation.ts';
import { fullName } from '../domain/people.ts';
import { Button } from '../ui/Button.tsx';
import { kioskWords } from './text.ts';

type NextProps = {
  invitations: readonly DeviceInvitation[];
  household: string;
  onChoose: (invitation: DeviceInvitation) => void;
};

/** Who of the same household comes after the patient who has just handed back. */
export function NextInHousehold({ invitations, household, onChoose }: NextProps) {
  const words = kioskWords().queue;
  const next = invitations.filter((one) => one.household === household && isUnfinished(one.state));
  if (next.length === 0) return null;
  return (
    <section class="queue-next" aria-label={words.household}>
      <p>{words.householdWhy}</p>
      {next.map((one) => (
        <div key={one.id}>
          <Button onClick={() => onChoose(one)}>
            <span dir="auto">{words.next(fullName(one.name))}</span>
          </Button>
        </div>
      ))}
    </section>
  );
}
