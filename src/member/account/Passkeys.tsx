import { useState } from 'preact/hooks';
import type { MemberAnswer } from '../../contract/memberApi.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';
import { dayAt } from './days.ts';
import { removePasskey } from './doors.ts';
import { makePasskey, passkeysWork } from './passkeys.ts';
import { enter } from './session.ts';
import { memberWords } from './text.ts';

/** A finger, a face or a PIN in place of the password; those that there are, and one more. */
export function Passkeys({ home }: { home: MemberAnswer }) {
  const words = memberWords().passkeys;
  const [busy, setBusy] = useState<string>();
  const [told, setTold] = useState<{ good: boolean; text: string }>();
  if (!passkeysWork() && home.passkeys.length === 0) return null;

  async function make(): Promise<void> {
    setBusy('new');
    setTold(undefined);
    const outcome = await makePasskey();
    setBusy(undefined);
    if (outcome.is === 'done') enter(outcome.home);
    setTold(
      outcome.is === 'refused'
        ? { good: false, text: problemText(outcome.problem) }
        : { good: true, text: outcome.is === 'done' ? words.made : words.left },
    );
  }
  async function remove(id: string): Promise<void> {
    setBusy(id);
    const answer = await removePasskey(id);
    setBusy(undefined);
    if (answer.ok) enter(answer.value);
    setTold(answer.ok ? { good: true, text: words.removed } : { good: false, text: problemText(answer.problem) });
  }
  return (
    <section class="member-part" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p>{words.lead}</p>
      {home.passkeys.map(({ id, createdAt, usedAt }) => {
        const made = words.since(dayAt(createdAt, home.practice.zone));
        return (
          <div key={id} class="member-ways">
            <p>
              {made} {usedAt === null ? words.neverUsed : words.lastUsed(dayAt(usedAt, home.practice.zone))}
            </p>
            <Button
              kind="quiet"
              busy={busy === id && words.removing}
              aria-label={`${words.remove}: ${made}`}
              onClick={() => void remove(id)}
            >
              {words.remove}
            </Button>
          </div>
        );
      })}
      {passkeysWork() && (
        <div>
          <Button kind="quiet" busy={busy === 'new' && words.making} onClick={() => void make()}>
            {words.make}
          </Button>
        </div>
      )}
      {told && (
        <Notice kind={told.good ? 'info' : 'danger'} live={told.good ? 'status' : 'alert'}>
          {told.text}
        </Notice>
      )}
    </section>
  );
}
