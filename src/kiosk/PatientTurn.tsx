import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { ConsentFlow } from '../consent/ConsentFlow.tsx';
import { isLockedOut } from '../consent/draft.ts';
import { startConsent } from '../consent/session.ts';
import { greetingName } from '../domain/people.ts';
import type { Vault } from '../local/vault.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { changeOfMind } from './changeOfMind.ts';
import { CoverScreen } from './CoverScreen.tsx';
import { GoOnScreen } from './GoOnScreen.tsx';
import type { HandOff } from './handOff.ts';
import { IdleNotice } from './IdleNotice.tsx';
import { sealAnswer } from './sealAnswer.ts';
import { deskCalledBy, kiosk, type Running } from './state.ts';
import { kioskWords } from './text.ts';
import { UnlockForm } from './UnlockForm.tsx';
import { useHandOffLock } from './useHandOffLock.ts';
import { useIdle } from './useIdle.ts';
import { useWakeLock } from './useWakeLock.ts';

type Unlocked = { staff: { id: string; name: string }; vault: Vault };

/** The patient has the iPad: their own way through the form, and one door out, which takes a staff PIN. */
export function PatientTurn({ tablet, sync, handOff }: Running & { handOff: HandOff }) {
  const words = kioskWords().patient;
  const staffAsked = useSignal(false);
  /** Staff have given their PIN and not said yet what it is for. */
  const unlocked = useSignal<Unlocked | undefined>(undefined);
  const { household } = handOff.invitation;
  const session = useMemo(
    () =>
      startConsent({
        form: handOff.form,
        fills: handOff.fills,
        greeting: greetingName(handOff.invitation.name),
        birthDate: handOff.invitation.birthDate,
        representatives: handOff.invitation.representatives ?? [],
        place: 'practice',
        draft: handOff.draft,
        now: Date.now,
        save: handOff.save,
        async callDesk(calls) {
          deskCalledBy.value = calls ? handOff.invitation.id : undefined;
          await sync.now(true);
          return sync.reach.peek() === 'reached';
        },
        async finish(draft, answer) {
          if (answer.kind === 'withdrawal') throw new Error('nothing was answered yet');
          await sealAnswer(tablet, handOff, draft, answer);
          const takeBack = changeOfMind(tablet, handOff, draft, answer, new Date().toISOString());
          const { textSize, contrast, language } = draft;
          const { languages } = handOff.form;
          kiosk.value = {
            who: 'answered',
            household,
            answer: {
              envelope: draft.envelope,
              kind: answer.kind,
              look: { textSize, contrast, language },
              languages,
              takeBack,
            },
          };
          void sync.now(true);
        },
      }),
    [tablet, sync, handOff],
  );
  const idle = useIdle();
  const covered = idle.state.value === 'covered';
  useHandOffLock();
  useWakeLock(!covered);

  const backToPatient = (): void => {
    unlocked.value = undefined;
    staffAsked.value = false;
  };
  const toList = ({ staff, vault }: Unlocked): void => {
    kiosk.value = { who: 'staff', staff, vault };
  };
  const staffCame = unlocked.value;
  if (staffCame) {
    return (
      <GoOnScreen
        name={greetingName(handOff.invitation.name)}
        onGoOn={() => {
          backToPatient();
          // Staff have seen who it is.
          session.change({ coverTries: 0 });
          idle.goOn();
        }}
        onList={() => toList(staffCame)}
        onNobody={backToPatient}
      />
    );
  }
  if (staffAsked.value) {
    return (
      <main class="kiosk-plain">
        <Page
          title={words.staffOnly}
          lead={words.staffOnlyLead}
          screen="staff-only"
          back={
            <div>
              <Button kind="quiet" onClick={() => (staffAsked.value = false)}>
                {covered ? words.backToCover : words.backToReading}
              </Button>
            </div>
          }
        >
          <UnlockForm
            tablet={tablet}
            onUnlocked={(staff, vault) => {
              // There is no going on for somebody who could not say who they are.
              if (isLockedOut(session.draft.peek())) toList({ staff, vault });
              else unlocked.value = { staff, vault };
            }}
          />
        </Page>
      </main>
    );
  }
  const onStaff = (): void => {
    staffAsked.value = true;
  };
  if (covered) return <CoverScreen session={session} onRight={idle.goOn} onStaff={onStaff} />;
  return (
    <ConsentFlow
      session={session}
      onStaff={onStaff}
      notice={idle.state.value === 'warned' && <IdleNotice text={kioskWords().idle.text} onGoOn={idle.goOn} />}
    />
  );
}
