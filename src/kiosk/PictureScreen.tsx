import { useSignal } from '@preact/signals';
import { addingFacts } from '../local/addHousehold.ts';
import { addPictureHere } from '../local/addPicture.ts';
import { safetyOfEnvelope } from '../local/safety.ts';
import { appVersion } from '../ui/appVersion.ts';
import { useLive } from '../ui/live.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Stack } from '../ui/Stack.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { SafetyState } from './SafetyBadge.tsx';
import { smallPicture } from './smallPicture.ts';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

/** Pictures of a signed paper form, one of each sheet, with or without a network. */
export function PictureScreen({ tablet, sync, staff }: Running & { staff: string }) {
  const words = kioskWords().picture;
  const { database, identity } = tablet;
  const taken = useSignal<readonly string[]>([]);
  const busy = useSignal(false);
  const trouble = useSignal<'unreadable' | 'not-kept'>();
  const ready = useLive(async () => ({ facts: await addingFacts(database) }), [database]);
  if (!ready) return <Waiting>{kioskWords().queue.loading}</Waiting>;
  if (!ready.facts) return <Notice kind="info">{words.notYet}</Notice>;

  async function take(files: readonly File[]): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    trouble.value = undefined;
    for (const file of files) {
      const picture = await smallPicture(file);
      if (!picture) {
        trouble.value = 'unreadable';
        continue;
      }
      try {
        const id = await addPictureHere({ database, identity, staff, app: appVersion, now: Date.now }, picture);
        taken.value = [...taken.value, id];
      } catch {
        trouble.value = 'not-kept';
      }
    }
    busy.value = false;
    void sync.now(true);
  }
  return (
    <Page title={words.title} lead={words.lead} screen="picture">
      <Stack>
        <div>
          <input
            class="visually-hidden picture-input"
            id="picture"
            type="file"
            accept="image/jpeg,image/png"
            capture="environment"
            multiple
            disabled={busy.value}
            onChange={(choosing) => {
              const files = [...(choosing.currentTarget.files ?? [])];
              choosing.currentTarget.value = '';
              void take(files);
            }}
          />
          <label class="button button-primary picture-button" for="picture">
            {busy.value ? words.keeping : words.take}
          </label>
        </div>
        <p>{words.how}</p>
        {trouble.value && (
          <Notice kind="danger" live="alert">
            {words.trouble[trouble.value]}
          </Notice>
        )}
        <ol class="stack gap-1" aria-label={words.taken}>
          {taken.value.map((id, place) => (
            <li key={id}>
              {words.pictureNumber(place + 1)} <Kept tablet={tablet} id={id} />
            </li>
          ))}
        </ol>
      </Stack>
    </Page>
  );
}

function Kept({ tablet: { database }, id }: Pick<Running, 'tablet'> & { id: string }) {
  const safety = useLive(() => safetyOfEnvelope(database, id), [database, id]);
  return safety && safety.step !== 'none' ? <SafetyState safety={safety} /> : null;
}
