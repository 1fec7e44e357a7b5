import { useSignal } from '@preact/signals';
import { fullName } from '../domain/people.ts';
import { readableInvitations } from '../local/invitations.ts';
import { getMeta } from '../local/meta.ts';
import { rescueFile, retryParked } from '../local/outbox.ts';
import type { Vault } from '../local/vault.ts';
import { Button } from '../ui/Button.tsx';
import { DataTable } from '../ui/DataTable.tsx';
import { dayAndTime, useNow } from '../ui/moments.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Row } from '../ui/Stack.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { saveFile } from '../ui/saveFile.ts';
import { useLive } from '../ui/live.ts';
import { refusalText } from './refusalText.ts';
import { safetyOfEnvelope } from '../local/safety.ts';
import { SafetyState } from './SafetyBadge.tsx';
import type { Running } from './state.ts';
import { kioskWords } from './text.ts';

/** What was signed here and how safe it is; with what staff can do when it does not get through. */
export function SyncScreen({ tablet, sync, vault }: Running & { vault: Vault }) {
  const words = kioskWords();
  const now = useNow();
  const busy = useSignal(false);
  const { database, identity } = tablet;
  const items = useLive(() => answersHere(tablet, vault), [tablet, vault]);
  const drain = useLive(() => getMeta(database, 'drain'), [database]);
  if (!items) return <Waiting>{words.queue.loading}</Waiting>;

  const reach = sync.reach.value;
  const refused = typeof reach === 'object' ? reach.refused : drain?.askStaff;
  const parked = items.some((item) => item.code !== undefined);
  const waits = items.some((item) => item.safety.step === 'on-this-ipad');
  const handIn = async (): Promise<void> => {
    busy.value = true;
    await retryParked(database);
    await sync.now(true);
    busy.value = false;
  };
  return (
    <Page title={words.safety.title} lead={words.safety.lead} screen="sync">
      {refused !== undefined && (
        <Notice kind="warning" live="status">
          {refusalText(refused)}
        </Notice>
      )}
      {parked && <Notice kind="danger">{words.safety.parkedWhy}</Notice>}
      {items.length === 0 ? (
        <p>{words.safety.nothing}</p>
      ) : (
        <DataTable
          caption={words.safety.title}
          captionHidden
          items={items}
          keyOf={(item) => item.id}
          columns={[
            {
              head: words.safety.who,
              render: (item) => (
                <span dir="auto">
                  {item.name ?? (item.kind === 'scan' ? words.safety.noName : words.safety.unknownName)}
                </span>
              ),
            },
            { head: words.safety.what, render: (item) => words.safety.kinds[item.kind] },
            { head: words.safety.when, render: (item) => dayAndTime(item.createdAt, now) },
            {
              head: words.safety.state,
              render: (item) => (
                <>
                  {item.safety.step !== 'none' && <SafetyState safety={item.safety} />}
                  {item.code !== undefined && <p>{refusalText(item.code)}</p>}
                </>
              ),
            },
          ]}
        />
      )}
      {waits && (
        <Row>
          <Button busy={busy.value && words.safety.handingIn} onClick={() => void handIn()}>
            {words.safety.handIn}
          </Button>
          <Button
            kind="quiet"
            onClick={() =>
              void rescueFile(database, identity.device, new Date().toISOString()).then((file) =>
                saveFile(file, 'countersign-rescue.json'),
              )
            }
          >
            {words.safety.rescue}
          </Button>
        </Row>
      )}
      {waits && <p>{words.safety.rescueWhy}</p>}
    </Page>
  );
}

async function answersHere({ database }: Running['tablet'], vault: Vault) {
  const [waiting, delivered, people] = await Promise.all([
    database.outbox.orderBy('createdAt').reverse().toArray(),
    database.delivered.orderBy('deliveredAt').reverse().toArray(),
    readableInvitations(database, vault),
  ]);
  const names = new Map(people.map((one) => [one.id, fullName(one.name)]));
  return Promise.all(
    [...waiting, ...delivered].map(async (entry) => ({
      id: entry.id,
      kind: entry.kind,
      createdAt: entry.createdAt,
      name: names.get(entry.invitation),
      code: 'state' in entry && entry.state === 'parked' ? entry.code : undefined,
      safety: await safetyOfEnvelope(database, entry.id),
    })),
  );
}
