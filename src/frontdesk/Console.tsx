import { Route, Router, useLocation } from 'preact-iso';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Session } from '../contract/staffApi.ts';
import { allowedHere } from './allowedHere.ts';
import { followChanges } from './live.ts';
import { NotFound } from './NotFound.tsx';
import { NotYours } from './NotYours.tsx';
import { OldBanner } from './OldBanner.tsx';
import { ROOMS } from './rooms.ts';
import { followSession } from './session.ts';
import { SidePanel } from './SidePanel.tsx';
import { frontdeskWords } from './text.ts';
import { WhoAsks } from './WhoAsks.tsx';
import './Console.css';
import './print.css';

/** Side panel and rooms. A new room is a line in `rooms.ts`. */
export function Console({ session }: { session: Session }) {
  const words = frontdeskWords();
  useEffect(() => followChanges(), []);
  useEffect(() => followSession(), []);
  return (
    <div class="console-frame">
      <div class="console">
        <a class="skip-link" href="#content">
          {words.skipToContent}
        </a>
        <SidePanel session={session} />
        <main class="content" id="content" tabIndex={-1}>
          <OldBanner />
          {allowedHere('see-tablets') && <WhoAsks />}
          <Router>
            <Route path="/" component={ToFirstRoom} />
            {ROOMS.map(({ path, component, needs }) => (
              <Route
                key={path}
                path={path}
                component={needs === 'log-in' || allowedHere(needs) ? component : NotYours}
                session={session}
              />
            ))}
            <Route path="/setup" component={ToFirstRoom} />
            <Route default component={NotFound} />
          </Router>
        </main>
      </div>
    </div>
  );
}

/** Whoever has a list of work starts there. */
function ToFirstRoom() {
  const { route } = useLocation();
  const first = allowedHere('work-list') && !allowedHere('invite') ? '/worklist' : '/invitations';
  useLayoutEffect(() => route(first, true), [route, first]);
  return null;
}
