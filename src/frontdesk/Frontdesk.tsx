import { LocationProvider, useLocation } from 'preact-iso';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { AppUpdates } from '../ui/appUpdates.ts';
import { Console } from './Console.tsx';
import { Login } from './login/Login.tsx';
import { findSession } from './session.ts';
import { sessionState } from './sessionState.ts';
import { SetupPage } from './setup/SetupPage.tsx';
import { StartPage } from './StartPage.tsx';
import './pages.css';
import './forms.css';

/** The console of the practice's staff. */
export function Frontdesk({ updates }: { updates: AppUpdates | undefined }) {
  useEffect(() => void findSession(), []);
  return (
    <LocationProvider>
      <Door updates={updates} />
    </LocationProvider>
  );
}

/** Lets in whoever is logged in; everyone else is asked in place, and the address stays what it was. */
function Door({ updates }: { updates: AppUpdates | undefined }) {
  const state = sessionState.value;
  const { path, route } = useLocation();
  const leaveSetup = path === '/setup' && (state.at === 'in' || state.at === 'out');
  useLayoutEffect(() => {
    if (leaveSetup) route('/', true);
  }, [leaveSetup, route]);

  const arriving = state.at === 'out' && !state.ended;
  useEffect(() => {
    // Whoever comes to log in has nothing under way yet: a new version takes over here.
    if (arriving && updates?.waiting.peek()) updates.takeOver();
  }, [arriving, updates]);

  switch (state.at) {
    case 'asking':
    case 'unreachable':
      return <StartPage state={state} />;
    case 'setup':
      return <SetupPage codeNeeded={state.codeNeeded} logins={state.logins} />;
    case 'out':
      return <Login ended={state.ended} />;
    case 'in':
      return <Console session={state.session} />;
  }
}
