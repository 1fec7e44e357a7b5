import { Page } from '../ui/Page.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Logo } from '../ui/Logo.tsx';
import { kiosk, type Running } from './state.ts';
import { SyncLine } from './SyncLine.tsx';
import { kioskWords } from './text.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Nobody has the tablet: nothing private is on screen or in memory, and staff go on with name and PIN. */
export function LockedScreen(running: Running) {
  const words = kioskWords().locked;
  return (
    <main class="kiosk-plain">
      <div class="kiosk-top">
        <Logo />
        <LanguageSwitch />
      </div>
      <Page title={words.title} lead={running.tablet.identity.practice.name} screen="locked">
        <UnlockForm
          tablet={running.tablet}
          onUnlocked={(staff, vault) => {
            kiosk.value = { who: 'staff', staff, vault };
            void running.sync.now();
          }}
        />
        <SyncLine {...running} />
      </Page>
    </main>
  );
}
