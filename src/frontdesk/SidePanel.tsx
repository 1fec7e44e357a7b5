import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Session } from '../contract/staffApi.ts';
import type { Problem } from '../ui/api.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Notice } from '../ui/Notice.tsx';
import { problemText } from '../ui/problemText.ts';
import { deskUnfinished } from './add/consoleHost.ts';
import { allowedHere } from './allowedHere.ts';
import { PANEL } from './rooms.ts';
import { logOut } from './session.ts';
import { frontdeskWords } from './text.ts';
import './SidePanel.css';

/** Where to go, and who is here. */
export function SidePanel({ session }: { session: Session }) {
  const words = frontdeskWords();
  return (
    <header class="side">
      <div class="side-head">
        <Logo />
        <p class="side-practice" dir="auto">
          {session.practice.name}
        </p>
      </div>
      <nav class="side-rooms" aria-label={words.nav.label}>
        {allowedHere('invite') && (
          <Room href="/add" add>
            {words.nav.add} {deskUnfinished.value && <span class="side-note">{words.nav.addUnfinished}</span>}
          </Room>
        )}
        {PANEL.map(
          ({ href, name, needs }) =>
            allowedHere(needs) && (
              <Room key={href} href={href}>
                {words.nav[name]}
              </Room>
            ),
        )}
      </nav>
      <div class="side-foot">
        <p>
          <b dir="auto">{session.staff.name}</b>
          <br />
          <span class="side-role">{words.roles[session.staff.role]}</span>
        </p>
        <Room href="/me">{words.nav.own}</Room>
        <LogOut />
        <LanguageSwitch />
      </div>
    </header>
  );
}

function Room({ href, add, children }: { href: string; add?: boolean; children: ComponentChildren }) {
  const { path } = useLocation();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <a class={add ? 'side-room side-room-add' : 'side-room'} href={href} aria-current={here ? 'page' : undefined}>
      {children}
    </a>
  );
}

function LogOut() {
  const words = frontdeskWords().login;
  const [problem, setProblem] = useState<Problem>();
  return (
    <>
      <Button kind="quiet" onClick={() => void logOut().then(setProblem)}>
        {words.out}
      </Button>
      {problem && (
        <Notice kind="danger" live="alert" title={words.outFailed}>
          {problemText(problem)}
        </Notice>
      )}
    </>
  );
}
