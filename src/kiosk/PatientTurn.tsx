import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { ConsentFlow } from '../consent/ConsentFlow.tsx';
import { startConsent } from '../consent/session.ts';
import { greetingName } from '../domain/people.ts';
import { language } from '../ui/language.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import type { HandOff } from './handOff.ts';
import { sealAnswer } from './sealAnswer.ts';
import { kiosk, type Running } from './state.ts';
import { kioskWords } from './text.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** The patient has the iPad: their own way through the form, and one door out, which takes a staff PIN. */
export function PatientTurn({ tablet, sync, handOff }: Running & { handOff: HandOff }) {
  const words = kioskWords().patient;
  const staffAsked = useSignal(false);
  const session = useMemo(
    () =>
      startConsent({
        form: handOff.form,
        fills: handOff.fills,
        greeting: greetingName(handOff.invitation.name),
        birthDate: handOff.invitation.birthDate,
        draft: handOff.draft,
        now: Date.now,
        save: handOff.save,
        async finish(draft, answer) {
          await sealAnswer(tablet, handOff, draft, answer);
          kiosk.value = { who: 'answered', envelope: draft.envelope, kind: answer.kind };
          void sync.now(true);
        },
      }),
    [tablet, sync, handOff],
  );
  useEffect(() => {
    const before = language.peek();
    return () => {
      language.value = before;
    };
  }, []);
  if (!staffAsked.value) return <ConsentFlow session={session} onStaff={() => (staffAsked.value = true)} />;
  return (
    <main class="kiosk-plain">
      <Page
        title={words.staffOnly}
        lead={words.staffOnlyLead}
        screen="staff-only"
        back={
          <div>
            <Button kind="quiet" onClick={() => (staffAsked.value = false)}>
              {words.backToReading}
            </Button>
          </div>
        }
      >
        <UnlockForm tablet={tablet} onUnlocked={(staff, vault) => (kiosk.value = { who: 'staff', staff, vault })} />
      </Page>
    </main>
  );
}
