import type { ComponentChildren } from 'preact';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { changeLanguage } from './session.ts';
import { memberWords } from './text.ts';
import { useStaying } from './useStaying.ts';
import './account.css';

type FrameProps = { practice?: string | undefined; children: ComponentChildren };

/** What stands around every screen of a member. */
export function MemberFrame({ practice, children }: FrameProps) {
  return (
    <div class="patient member">
      <header class="member-head" aria-label={memberWords().title}>
        <p class="member-practice">{practice ?? memberWords().title}</p>
        <LanguageSwitch onChoose={changeLanguage} />
      </header>
      <main class="member-main">{children}</main>
    </div>
  );
}

/** The same for whoever is signed in: says who acts for whom, and warns before it ends. */
export function SignedInFrame({ home, children }: { home: MemberAnswer; children: ComponentChildren }) {
  const words = memberWords();
  const warned = useStaying();
  return (
    <MemberFrame practice={home.practice.name}>
      {warned && (
        <Notice kind="warning" live="alert">
          {words.endsSoon}
        </Notice>
      )}
      {home.actor !== null && <Notice>{words.acting(home.actor, home.member)}</Notice>}
      {children}
    </MemberFrame>
  );
}
