import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { inAppWords } from './text.ts';
import './inApp.css';

/** What stands around the screens before and after the reading. */
export function OwnFrame({ children }: { children: ComponentChildren }) {
  return (
    <div class="patient own">
      <header class="own-head" aria-label={inAppWords().title}>
        <LanguageSwitch />
      </header>
      <main class="own-main">{children}</main>
    </div>
  );
}
