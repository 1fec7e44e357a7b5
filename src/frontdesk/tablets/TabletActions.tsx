import type { DeviceRow } from '../../contract/staffApi.ts';
import { Button } from '../../ui/Button.tsx';
import { allowedHere } from '../allowedHere.ts';
import { frontdeskWords } from '../text.ts';

/** Which tablet is to be changed, and how. */
export type Asked = { id: string; what: 'rename' | 'remove' };

type ActionsProps = { device: DeviceRow; onAsk: (asked: Asked) => void };

export function TabletActions({ device: { id, name, revoked }, onAsk }: ActionsProps) {
  const words = frontdeskWords().tablets;
  if (revoked) return null;
  return (
    <div class="cell-actions">
      {allowedHere('pair-tablets') && (
        <Button
          kind="plain"
          id={`rename-${id}`}
          aria-label={words.renameOf(name)}
          onClick={() => onAsk({ id, what: 'rename' })}
        >
          {words.rename}
        </Button>
      )}
      {allowedHere('revoke-tablets') && (
        <Button
          kind="plain"
          id={`remove-${id}`}
          aria-label={words.removeOf(name)}
          onClick={() => onAsk({ id, what: 'remove' })}
        >
          {words.remove}
        </Button>
      )}
    </div>
  );
}
