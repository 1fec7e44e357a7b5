import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FormDraftAnswer, FormsAnswer } from '../../contract/formsApi.ts';
import type { FormVersion } from '../../domain/form.ts';
import { checkForm, PLACEHOLDERS } from '../../domain/formCheck.ts';
import { sectionsOf } from '../../domain/formTexts.ts';
import type { Problem } from '../../ui/api.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { problemText } from '../../ui/problemText.ts';
import { Row } from '../../ui/Stack.tsx';
import { formDraft, forms, oneForm, takeDraft } from '../formDoors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { openDraft, type Draft } from './draft.ts';
import { DraftProblems } from './DraftProblems.tsx';
import { DraftSection } from './DraftSection.tsx';
import { DraftStatus } from './DraftStatus.tsx';
import { nameProblem, NAME_FIELD, sectionKey, type Told } from './problems.ts';
import { UseVersion } from './UseVersion.tsx';
import './DraftPage.css';

/** Writing a new version: each part in every language, with what is wrong beside it, kept as one types. */
export function DraftPage() {
  const words = frontdeskWords().forms;
  const { value: all } = useLive('forms', forms);
  const [stored, setStored] = useState<{ draft: FormDraftAnswer; base: FormVersion }>();
  const [problem, setProblem] = useState<Problem>();
  const back = <BackLink href="/forms">{words.back}</BackLink>;

  async function load(): Promise<void> {
    const draft = await formDraft();
    if (!draft.ok) return setProblem(draft.problem);
    const base = await oneForm(draft.value.base);
    if (base.ok) setStored({ draft: draft.value, base: base.value.form });
    else setProblem(base.problem);
  }
  useEffect(() => void load(), []);

  if (!stored || !all) {
    return (
      <Page key="empty" title={words.writeTitle} back={back}>
        <LiveProblem problem={problem} empty />
      </Page>
    );
  }
  return (
    <Page key="draft" title={words.writeTitle} lead={words.writeLead(stored.base.version)} back={back}>
      <Editor key={stored.draft.revision} {...stored} all={all} reload={() => void load()} />
    </Page>
  );
}

type EditorProps = { draft: FormDraftAnswer; base: FormVersion; all: FormsAnswer; reload: () => void };

function Editor({ draft: stored, base, all, reload }: EditorProps) {
  const words = frontdeskWords().forms;
  const draft = useMemo(() => openDraft(stored), [stored]);
  useKept(draft);
  const opened = useSignal<ReadonlySet<string>>(new Set());
  const form = draft.form.value;
  const problems = useComputed(() => checkForm(draft.form.value, base)).value;
  const wrongName = nameProblem(form.version);
  const ready = !wrongName && problems.every(({ stops }) => !stops);

  function open(section: string, on: boolean): void {
    if (opened.value.has(section) === on) return;
    const now = new Set(opened.value);
    if (on) now.add(section);
    else now.delete(section);
    opened.value = now;
  }
  function goTo({ id, section }: Told): void {
    open(section, true);
    // The part draws its fields first.
    requestAnimationFrame(() => {
      const target = document.getElementById(id);
      target?.scrollIntoView({ block: 'center' });
      (target?.matches('fieldset') ? target.querySelector('input') : target)?.focus({ preventScroll: true });
    });
  }
  return (
    <>
      <DraftStatus draft={draft} reload={reload} />
      <div class="form">
        <Field
          id={NAME_FIELD}
          label={words.name}
          hint={words.nameHint}
          error={wrongName}
          value={form.version}
          short
          onInput={(version) => draft.change({ ...form, version })}
          onBlur={() => void draft.save()}
        />
      </div>
      <Placeholders />
      <DraftProblems form={form} problems={problems} onGo={goTo} />
      <div class="form-parts">
        {sectionsOf(form).map((section) => (
          <DraftSection
            key={sectionKey(section)}
            form={form}
            section={section}
            problems={problems}
            open={opened.value.has(sectionKey(section))}
            onToggle={(on) => open(sectionKey(section), on)}
            onChange={draft.change}
            onLeave={() => void draft.save()}
          />
        ))}
      </div>
      {ready && <Finish draft={draft} all={all} version={form.version.trim()} />}
    </>
  );
}

/** What was typed last is kept when the page is left or put away. */
function useKept(draft: Draft): void {
  useEffect(() => {
    const keep = (): void => {
      if (document.visibilityState === 'hidden') void draft.save();
    };
    document.addEventListener('visibilitychange', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      void draft.save();
    };
  }, [draft]);
}

function Finish({ draft, all, version }: { draft: Draft; all: FormsAnswer; version: string }) {
  const words = frontdeskWords().forms;
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function ask(): Promise<void> {
    const state = (await draft.save()) === undefined ? draft.state.value : undefined;
    setProblem(state?.is === 'failed' ? state.problem : undefined);
    setAsking(state === undefined);
  }
  if (!asking) {
    return (
      <>
        {problem && (
          <Notice kind="danger" live="alert" title={words.notSaved}>
            {problemText(problem)}
          </Notice>
        )}
        <Row>
          <Button onClick={() => void ask()}>{words.use}</Button>
        </Row>
      </>
    );
  }
  return (
    <UseVersion
      all={all}
      version={version}
      take={async (waiting) => {
        const revision = await draft.save();
        const state = draft.state.value;
        if (revision === undefined && state.is === 'failed') return { ok: false, problem: state.problem };
        return takeDraft(revision ?? 0, waiting);
      }}
      onClose={() => setAsking(false)}
    />
  );
}

function Placeholders() {
  const words = frontdeskWords().forms;
  return (
    <details class="form-part">
      <summary>
        <h2>{words.placeholdersTitle}</h2>
      </summary>
      <div class="form-part-inside">
        <p>{words.placeholdersText}</p>
        <dl class="form-placeholders">
          {PLACEHOLDERS.map((name) => (
            <div key={name}>
              <dt>
                <code>{`{${name}}`}</code>
              </dt>
              <dd>{words.placeholders[name]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
