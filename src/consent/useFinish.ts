import { useSignal } from '@preact/signals';
import { storageTrouble, type StorageTrouble } from '../local/storageTrouble.ts';
import type { ConsentSession, PatientAnswer } from './session.ts';

/** Hands the answer to the host once; a failure is told, and what was signed stays where it is. */
export function useFinish(session: ConsentSession): {
  finish: (answer: PatientAnswer) => void;
  busy: boolean;
  trouble: StorageTrouble | undefined;
} {
  const busy = useSignal(false);
  const trouble = useSignal<StorageTrouble | undefined>(undefined);
  const run = async (answer: PatientAnswer): Promise<void> => {
    busy.value = true;
    trouble.value = undefined;
    try {
      await session.saved();
      await session.matter.finish(session.draft.peek(), answer);
    } catch (error) {
      trouble.value = storageTrouble(error);
    } finally {
      busy.value = false;
    }
  };
  return {
    finish: (answer) => {
      if (!busy.value) void run(answer);
    },
    busy: busy.value,
    trouble: trouble.value,
  };
}
