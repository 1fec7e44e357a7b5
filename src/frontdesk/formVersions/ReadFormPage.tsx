import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { FormsAnswer } from '../../contract/formsApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import type { FormVersion, Language } from '../../domain/form.ts';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { language as uiLanguage } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { beginDraft, forms, oneForm, takeForm } from '../formDoors.ts';
import { changes } from '../live.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { FormAsRead } from './FormAsRead.tsx';
import { FormLanguages } from './FormLanguages.tsx';
import { UseVersion } from './UseVersion.tsx';

type ReadFormPageProps = { params?: { id?: string }; session: Session };

/** One version, as a patient reads it; from here a new one is made of it, or it is used again. */
export function ReadFormPage({ params, session }: ReadFormPageProps) {
  const words = frontdeskWords().forms;
  const hash = params?.id ?? '';
  const { value: all } = useLive('forms', forms);
  const { value, problem } = useLive(`form ${hash}`, (signal) => oneForm(hash, signal));
  const back = <BackLink href="/forms">{words.back}</BackLink>;
  if (!value) {
    return (
      <Page key="empty" title={problem?.code === 'not-found' ? words.missing : words.title} back={back}>
        <LiveProblem problem={problem} empty />
      </Page>
    );
  }
  return (
    <Page key={hash} title={words.readTitle(value.form.version)} lead={words.readLead} back={back}>
      {all && <Actions all={all} hash={hash} form={value.form} />}
      <Reading form={value.form} session={session} />
    </Page>
  );
}

function Reading({ form, session }: { form: FormVersion; session: Session }) {
  const start = form.languages.find((one) => one === uiLanguage.value) ?? form.languages[0] ?? 'en';
  const [language, setLanguage] = useState<Language>(start);
  return (
    <>
      <FormLanguages languages={form.languages} value={language} onChange={setLanguage} />
      <FormAsRead form={form} language={language} session={session} />
    </>
  );
}

function Actions({ all, hash, form }: { all: FormsAnswer; hash: string; form: FormVersion }) {
  const words = frontdeskWords().forms;
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const current = all.versions.some((one) => one.hash === hash && one.current);

  async function begin(): Promise<void> {
    setBusy(true);
    const answer = await beginDraft(hash);
    setBusy(false);
    changes.value++;
    if (answer.ok) route('/forms/draft');
    else setProblem(answer.problem);
  }
  if (asking) {
    return (
      <UseVersion
        all={all}
        hash={hash}
        version={form.version}
        take={(waiting) => takeForm(hash, waiting)}
        onClose={() => setAsking(false)}
      />
    );
  }
  return (
    <>
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      <Row>
        <Button kind="quiet" busy={busy && words.making} onClick={() => void begin()}>
          {words.makeFrom}
        </Button>
        {!current && (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {words.useThis}
          </Button>
        )}
      </Row>
      <p>{words.makeHint}</p>
    </>
  );
}
