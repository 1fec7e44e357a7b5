import { Page } from '../../ui/Page.tsx';
import { allowedHere } from '../allowedHere.ts';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { PairTablet } from './PairTablet.tsx';
import { RescueFile } from './RescueFile.tsx';
import { TabletsTable } from './TabletsTable.tsx';

/** The practice's tablets: which are there, what waits on them, who has them, and how to add one. */
export function TabletsPage() {
  const words = frontdeskWords().tablets;
  const { value, problem } = useLive('tablets', doors.devices);
  return (
    <Page title={words.title}>
      <LiveProblem problem={problem} empty={!value} />
      {value?.devices.length === 0 && (
        <div class="empty">
          <p>
            <b>{words.empty}</b>
          </p>
          <p>{words.emptyHint}</p>
        </div>
      )}
      {value && value.devices.length > 0 && <TabletsTable devices={value.devices} />}
      {allowedHere('pair-tablets') && <PairTablet devices={value?.devices} />}
      {allowedHere('pair-tablets') && <RescueFile />}
    </Page>
  );
}
