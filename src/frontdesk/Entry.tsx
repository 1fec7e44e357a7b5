import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Logo } from '../ui/Logo.tsx';
import './Entry.css';

/** The frame of what is shown to people who are not in yet. */
export function Entry({ wide, children }: { wide?: boolean; children: ComponentChildren }) {
  return (
    <div class="entry">
      <header class="entry-head">
        <Logo />
        <LanguageSwitch />
      </header>
      <main class={wide ? 'entry-card entry-card-wide' : 'entry-card'}>{children}</main>
    </div>
  );
}
