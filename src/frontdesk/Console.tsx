import { Route, Router, useLocation } from 'preact-iso';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Session } from '../contract/staffApi.ts';
import { AddMembers } from './add/AddMembers.tsx';
import { InvitationPage } from './invitations/InvitationPage.tsx';
import { InvitationsPage } from './invitations/InvitationsPage.tsx';
import { followChanges } from './live.ts';
import { NotFound } from './NotFound.tsx';
import { OldBanner } from './OldBanner.tsx';
import { SidePanel } from './SidePanel.tsx';
import { TabletsPage } from './tablets/TabletsPage.tsx';
import { frontdeskWords } from './text.ts';
import './Console.css';

/** Side panel and rooms. A new room is a route here and a line in `SidePanel`. */
export function Console({ session }: { session: Session }) {
  const words = frontdeskWords();
  useEffect(() => followChanges(), []);
  return (
    <div class="console-frame">
      <div class="console">
        <a class="skip-link" href="#content">
          {words.skipToContent}
        </a>
        <SidePanel session={session} />
        <main class="content" id="content" tabIndex={-1}>
          <OldBanner />
          <Router>
            <Route path="/" component={ToInvitations} />
            <Route path="/add/:step?" component={AddMembers} session={session} />
            <Route path="/invitations" component={InvitationsPage} />
            <Route path="/invitations/:id" component={InvitationPage} />
            <Route path="/tablets" component={TabletsPage} />
            <Route path="/setup" component={ToInvitations} />
            <Route default component={NotFound} />
          </Router>
        </main>
      </div>
    </div>
  );
}

function ToInvitations() {
  const { route } = useLocation();
  useLayoutEffect(() => route('/invitations', true), [route]);
  return null;
}
