import './ui/style.css';
import { render } from 'preact';
import { Frontdesk } from './frontdesk/Frontdesk.tsx';
import { Kiosk } from './kiosk/Kiosk.tsx';
import { InApp } from './member/inApp/InApp.tsx';
import { Member } from './member/account/Member.tsx';
import { NoReminders } from './member/inApp/NoReminders.tsx';
import { pairedDevice } from './local/identity.ts';
import { startAppUpdates } from './ui/appUpdates.ts';

/** The composition root: a paired tablet is a kiosk whatever its address says; every other browser is the console. */
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');

const updates = import.meta.env.PROD ? startAppUpdates() : undefined;
// Where storage does not answer, the tablet's own start tells what is wrong with it.
const identity = await pairedDevice().catch(() => undefined);
const isTablet = identity !== undefined || /^\/tablet(\/|$)/.test(location.pathname);
render(isTablet ? <Kiosk updates={updates} /> : (ownPage() ?? <Frontdesk updates={updates} />), root);

/** A patient's own page, where the address is one of theirs. */
function ownPage() {
  if (location.pathname === '/in-app') return <InApp />;
  if (/^\/member(\/|$)/.test(location.pathname)) return <Member />;
  return location.pathname === '/no-reminders' ? <NoReminders /> : undefined;
}
