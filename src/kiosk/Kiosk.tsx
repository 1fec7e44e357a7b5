import { useEffect, useErrorBoundary, useLayoutEffect, useMemo } from 'preact/hooks';
import type { AppUpdates } from '../ui/appUpdates.ts';
import { pairedDevice } from '../local/identity.ts';
import { storageTrouble } from '../local/storageTrouble.ts';
import { Answered } from './Answered.tsx';
import { ClosingScreen } from './ClosingScreen.tsx';
import { LockedScreen } from './LockedScreen.tsx';
import { PairingScreen } from './PairingScreen.tsx';
import { PatientTurn } from './PatientTurn.tsx';
import { StaffScreens } from './StaffScreens.tsx';
import { start } from './start.ts';
import { kiosk, type Running } from './state.ts';
import { TroubleScreen } from './TroubleScreen.tsx';
import { kioskWords } from './text.ts';
import { useRunning } from './useRunning.ts';
import { language } from '../ui/language.ts';
import { Waiting } from '../ui/Waiting.tsx';
import './Kiosk.css';

type KioskProps = { updates: AppUpdates | undefined };

/** The tablet's one page: what it shows follows from who has the tablet, never from the address. */
export function Kiosk({ updates }: KioskProps) {
  const [error] = useErrorBoundary();
  const running = useRunning(updates);
  useEffect(() => {
    void start(pairedDevice);
  }, []);
  if (error !== undefined) return <TroubleScreen trouble={storageTrouble(error)} onAgain={() => location.reload()} />;
  return <Shown running={running} updates={updates} />;
}

function Shown({ running, updates }: { running: Running | undefined; updates: AppUpdates | undefined }) {
  const now = kiosk.value;
  const calm = useMemo(
    () => (now.who === 'nobody' || now.who === 'unpaired' ? updates : undefined),
    [now.who, updates],
  );
  const updateWaits = calm?.waiting.value === true;
  useEffect(() => {
    // The idle screen is the only one on which a new version takes over (invariant 7).
    if (updateWaits) calm?.takeOver();
  }, [updateWaits, calm]);

  const isPatients = now.who === 'patient' || now.who === 'answered';
  useLayoutEffect(() => {
    if (!isPatients) return undefined;
    const before = language.peek();
    return () => {
      language.value = before;
    };
  }, [isPatients]);

  if (now.who === 'trouble') return <TroubleScreen trouble={now.trouble} onAgain={() => location.reload()} />;
  if (now.who === 'unpaired') return <PairingScreen />;
  if (now.who === 'starting' || !running) return <Waiting>{kioskWords().starting}</Waiting>;
  switch (now.who) {
    case 'nobody':
      return <LockedScreen {...running} />;
    case 'staff':
      return <StaffScreens {...running} staff={now.staff} vault={now.vault} household={now.household} />;
    case 'patient':
      return <PatientTurn {...running} handOff={now.handOff} />;
    case 'answered':
      return <Answered {...running} answer={now.answer} household={now.household} />;
    case 'closing':
      return <ClosingScreen {...running} household={now.household} />;
  }
}
