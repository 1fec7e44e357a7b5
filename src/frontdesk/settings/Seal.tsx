import { useState } from 'preact/hooks';
import { toBase64url } from '../../contract/bytes.ts';
import { LARGEST_CERTIFICATE, type CertificateAnswer } from '../../contract/certificateApi.ts';
import type { Answer, Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { createForm, type Mistakes } from '../../ui/form.ts';
import { calendarDay } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Stack } from '../../ui/Stack.tsx';
import { certificate, giveUpCertificate, replaceCertificate } from '../adminDoors.ts';
import { bind } from '../bind.ts';
import { changes } from '../live.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import type { Mistake } from '../mistake.ts';
import { Panel } from '../Panel.tsx';
import { SaveForm } from '../SaveForm.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';

/** What documents are sealed with, and the practice's own certificate in place of the one that the server made. */
export function Seal() {
  const words = frontdeskWords().seal;
  const { value, problem } = useLive('certificate', certificate);
  return (
    <Panel title={words.title}>
      <p>{words.lead}</p>
      <LiveProblem problem={problem} empty={!value} />
      {value && (
        <Stack>
          <InUse certificate={value} />
          <Replace />
        </Stack>
      )}
    </Panel>
  );
}

function InUse({ certificate: { kind, subject, issuer, validUntil, fingerprint, givenRanOut } }: Shown) {
  const words = frontdeskWords().seal;
  return (
    <>
      {givenRanOut && <Notice kind="warning">{words.ranOut}</Notice>}
      <p>{words.kinds[kind]}</p>
      <Facts
        facts={[
          { name: words.subject, value: subject },
          { name: words.issuer, value: kind === 'own' ? words.ownIssuer : issuer },
          { name: words.until, value: calendarDay(validUntil.slice(0, 10)) },
          { name: words.fingerprint, value: <code class="fingerprint">{fingerprint}</code>, wide: true },
        ]}
      />
      {(kind === 'given' || givenRanOut) && <GiveUp />}
    </>
  );
}

type Shown = { certificate: CertificateAnswer };

function GiveUp() {
  const words = frontdeskWords().seal;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function giveUp(): Promise<void> {
    setBusy(true);
    const answer = await giveUpCertificate();
    setBusy(false);
    changes.value++;
    setProblem(answer.ok ? undefined : answer.problem);
  }
  return (
    <div>
      {problem && <p role="alert">{problemText(problem)}</p>}
      <Button kind="quiet" busy={busy && words.givingUp} onClick={() => void giveUp()}>
        {words.giveUp}
      </Button>
    </div>
  );
}

type Values = { file: File | undefined; password: string };

const fields = ['file', 'password'] as const;
const empty: Values = { file: undefined, password: '' };

function Replace() {
  const words = frontdeskWords().seal;
  const [form] = useState(() => createForm<Values, Mistake>(empty, check));
  const [used, setUsed] = useState(0);
  const { text, choice } = bind(form, 'seal');
  const { id, error } = choice('file');

  async function save({ file, password }: Values): Promise<Answer<unknown>> {
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
    const answer = await replaceCertificate(toBase64url(bytes), password);
    if (!answer.ok) return answer;
    form.start(empty);
    setUsed(used + 1);
    return answer;
  }
  return (
    <SaveForm
      form={form}
      fields={fields}
      prefix="seal"
      save={save}
      label={words.replace}
      busy={words.replacing}
      saved={words.replaced}
    >
      <FileField
        id={id}
        error={error}
        label={words.file}
        hint={words.fileHint}
        accept=".p12,.pfx,application/x-pkcs12"
        used={used}
        onChange={(file) => form.set({ file })}
      />
      <PasswordField {...text('password')} label={words.password} hint={words.passwordHint} autoComplete="off" />
    </SaveForm>
  );
}

function check({ file }: Values): Mistakes<Values, Mistake> {
  if (!file) return { file: 'certificate-missing' };
  return file.size > LARGEST_CERTIFICATE ? { file: 'certificate-too-large' } : {};
}
