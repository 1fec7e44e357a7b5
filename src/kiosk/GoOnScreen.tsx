import { useEffect } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { kioskWords } from './text.ts';
import { useIdle, type IdleTimes } from './useIdle.ts';

/** An iPad that staff unlocked and left alone is the patient's again. */
const UNANSWERED: IdleTimes = { warnAfter: 60_000, coverAfter: 60_000 };

type GoOnProps = { name: string; onGoOn: () => void; onList: () => void; onNobody: () => void };

/** Staff have given their PIN before a patient who has begun: the patient goes on, or staff take the iPad back. */
export function GoOnScreen({ name, onGoOn, onList, onNobody }: GoOnProps) {
  const words = kioskWords().goOn;
  const left = useIdle(UNANSWERED).state.value === 'covered';
  useEffect(() => {
    if (left) onNobody();
  }, [left]);
  return (
    <main class="kiosk-plain">
      <Page title={words.title} lead={words.lead} screen="go-on">
        <Row>
          <Button onClick={onGoOn}>
            <span dir="auto">{words.goOn(name)}</span>
          </Button>
          <Button kind="quiet" onClick={onList}>
            {words.list}
          </Button>
        </Row>
      </Page>
    </main>
  );
}
