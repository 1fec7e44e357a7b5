import { Page } from '../ui/Page.tsx';
import { kiosk, type Running } from './state.ts';
import { SyncLine } from './SyncLine.tsx';
import { kioskWords } from './text.ts';
import { UnlockForm } from './UnlockForm.tsx';

/** Between a patient and staff: says nothing of whoever it was. */
export function ClosingScreen({ tablet, sync, household }: Running & { household: string }) {
  const words = kioskWords().answered;
  return (
    <main class="kiosk-plain">
      <Page title={words.closingTitle} lead={words.closingLead} screen="closing">
        <UnlockForm
          tablet={tablet}
          onUnlocked={(staff, vault) => {
            kiosk.value = { who: 'staff', staff, vault, household };
            void sync.now();
          }}
        />
        <SyncLine tablet={tablet} sync={sync} />
      </Page>
    </main>
  );
}
