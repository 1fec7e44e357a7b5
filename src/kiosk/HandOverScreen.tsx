import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceInvitation } from '../contract/deviceApi.ts';
import { fullName } from '../domain/people.ts';
import type { Vault } from '../local/vault.ts';
import { storageTrouble } from '../local/storageTrouble.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { beginHandOff, takeBack, type HandOffResult } from './handOff.ts';
import { useLive } from '../ui/live.ts';
import { measureReadiness, type Readiness } from './readiness.ts';
import { ReadinessList } from './ReadinessList.tsx';
import { elsewhere } from './elsewhere.ts';
import { kiosk, type Running } from './state.ts';
import { kioskWords } from './text.ts';

type HandOverProps = Running & { staff: string; vault: Vault; invitation: DeviceInvitation; onBack: () => void };
type Problem = Extract<HandOffResult, { ok: false }>['problem'] | 'storage';

/** The last look before the patient has the iPad: the right person, and a tablet that can keep what they sign. */
export function HandOverScreen({ tablet, staff, vault, invitation, onBack }: HandOverProps) {
  const words = kioskWords().handOver;
  const readiness = useSignal<Readiness | undefined>(undefined);
  const problem = useSignal<Problem | undefined>(undefined);
  const busy = useSignal(false);
  const begun = useLive(
    async () => (await tablet.database.drafts.get(invitation.id)) !== undefined,
    [tablet, invitation.id],
  );
  useEffect(() => {
    void measureReadiness(tablet.database, invitation.formHash).then((measured) => (readiness.value = measured));
  }, [tablet, invitation.formHash]);

  const handOver = async (): Promise<void> => {
    busy.value = true;
    try {
      const result = await beginHandOff(tablet, vault, staff, invitation);
      if (result.ok) kiosk.value = { who: 'patient', handOff: result.handOff };
      else problem.value = result.problem;
    } catch (error) {
      storageTrouble(error);
      problem.value = 'storage';
    } finally {
      busy.value = false;
    }
  };
  const cannotWrite = readiness.value !== undefined && readiness.value.writing !== 'works';
  return (
    <Page
      title={words.title(fullName(invitation.name))}
      lead={words.lead}
      screen="hand-over"
      back={
        <div>
          <Button kind="plain" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      }
    >
      {elsewhere(invitation, tablet.identity.device) && (
        <Notice kind="warning">{words.elsewhere(invitation.holder?.name ?? '')}</Notice>
      )}
      {begun && <Notice kind="info">{words.begun}</Notice>}
      <ReadinessList readiness={readiness.value} />
      {problem.value && (
        <Notice kind="danger" live="alert">
          {words.problems[problem.value]}
        </Notice>
      )}
      <Row>
        <Button
          disabled={cannotWrite || !readiness.value}
          busy={busy.value && words.preparing}
          onClick={() => void handOver()}
        >
          {begun ? words.goOn : words.handOver}
        </Button>
        {begun && (
          <Button kind="quiet" onClick={() => void takeBack(tablet, invitation.id)}>
            {words.startOver}
          </Button>
        )}
      </Row>
    </Page>
  );
}
