import { useSignal } from '@preact/signals';
import type { Language } from '../domain/form.ts';
import { storageTrouble } from '../local/storageTrouble.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import type { ChangeOfMind } from './changeOfMind.ts';
import { kioskWords } from './text.ts';

type ChangeMindProps = {
  kind: 'consent' | 'declination';
  takeBack: ChangeOfMind;
  /** The language that the patient reads in. */
  language: Language;
  onKeep: () => void;
  /** With the id of the record that takes it back. */
  onTaken: (envelope: string) => void;
};

/** Asks once more before an answer is taken back, and says what that means. */
export function ChangeMind({ kind, takeBack, language, onKeep, onTaken }: ChangeMindProps) {
  const words = kioskWords().changeMind;
  const busy = useSignal(false);
  const failed = useSignal(false);
  const says = words.kinds[kind];
  const meaning = says.meaning(takeBack.patient);
  const take = async (): Promise<void> => {
    busy.value = true;
    failed.value = false;
    try {
      onTaken(await takeBack.seal(meaning, language));
    } catch (error) {
      storageTrouble(error);
      failed.value = true;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Page title={says.title} screen="change-mind">
      <p dir="auto">{meaning}</p>
      <p>{words.stays}</p>
      {failed.value && (
        <Notice kind="danger" live="alert">
          {words.failed}
        </Notice>
      )}
      <Row>
        <Button kind="quiet" onClick={onKeep}>
          {says.keep}
        </Button>
        <Button busy={busy.value ? words.taking : undefined} onClick={() => void take()}>
          {says.take}
        </Button>
      </Row>
    </Page>
  );
}
