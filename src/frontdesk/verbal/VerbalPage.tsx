import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { InvitationDetail } from '../../contract/invitationsApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import { VERBAL_WAYS } from '../../contract/practiceRecord.ts';
import type { ScriptAnswer } from '../../contract/verbalApi.ts';
import { startingLanguage, textIn } from '../../domain/form.ts';
import { isUnfinished } from '../../domain/invitation.ts';
import { fullName } from '../../domain/people.ts';
import { BackLink } from '../../ui/BackLink.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Field } from '../../ui/Field.tsx';
import { FieldFrame, tied } from '../../ui/FieldFrame.tsx';
import { language, languageName } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { FormSection } from '../FormSection.tsx';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { SaveForm } from '../SaveForm.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { Script } from './Script.tsx';
import { newVerbalForm, toRequest, verbalFields, type VerbalForm } from './verbalForm.ts';
import './verbal.css';

type VerbalProps = { params?: { id?: string }; session: Session };

/** The patient answers by word of mouth: what to read aloud, and what to write down. */
export function VerbalPage({ params, session }: VerbalProps) {
  const words = frontdeskWords().verbal;
  const id = params?.id ?? '';
  const { value: invitation, problem } = useLive(`invitation ${id}`, (signal) => doors.invitation(id, signal));
  const { value: script, problem: scriptProblem } = useLive(`script ${id}`, (signal) => doors.script(id, signal));
  // Kept above the form: what another desk changes meanwhile takes nothing of what is typed.
  const [started] = useState(() => newVerbalForm(session.staff.name, new Date()));
  const back = <BackLink href={`/invitations/${id}`}>{frontdeskWords().invitation.editBack}</BackLink>;
  const title = invitation ? words.title(fullName(invitation.name)) : words.open;
  if (!invitation || !script || !isUnfinished(invitation.state)) {
    return (
      <Page key="empty" title={title} back={back}>
        <LiveProblem problem={problem ?? scriptProblem} empty={!invitation || !script} />
        {invitation && !isUnfinished(invitation.state) && <Notice>{words.over}</Notice>}
      </Page>
    );
  }
  return (
    <Page key={id} title={title} lead={words.lead} back={back}>
      <Spoken invitation={invitation} script={script} started={started} />
    </Page>
  );
}

type SpokenProps = { invitation: InvitationDetail; script: ScriptAnswer; started: VerbalForm };

function Spoken({ invitation, script, started }: SpokenProps) {
  const words = frontdeskWords().verbal;
  const { route } = useLocation();
  const { form } = script;
  const [reading, setReading] = useState(() => startingLanguage(form, invitation.language));
  return (
    <>
      <Panel title={words.script}>
        {form.languages.length > 1 && (
          <Choice
            id="reading"
            label={words.language}
            row
            options={form.languages.map((one) => ({ value: one, label: languageName(one) }))}
            value={reading}
            onChange={setReading}
          />
        )}
        <Script script={script} language={reading} />
      </Panel>
      <SaveForm
        form={started.form}
        fields={verbalFields}
        prefix="verbal"
        label={words.save}
        busy={words.saving}
        save={() =>
          doors.takeVerbal(
            invitation.id,
            toRequest(started, { version: invitation.version, form: script.formHash, language: reading }),
          )
        }
        onSaved={() => route(`/invitations/${invitation.id}`)}
      >
        <FormSection title={words.record}>
          <Answer script={script} started={started} />
        </FormSection>
        <p>{words.kept}</p>
      </SaveForm>
    </>
  );
}

function Answer({ script: { form: read }, started: { form } }: Pick<SpokenProps, 'script' | 'started'>) {
  const words = frontdeskWords().verbal;
  const { text, choice } = bind(form, 'verbal');
  const time = { ...text('time'), label: words.time };
  return (
    <>
      <Choice
        {...choice('answer')}
        label={words.answer}
        options={[
          { value: 'consent', label: words.yes },
          { value: 'declination', label: words.no },
        ]}
      />
      {form.values.value.answer === 'declination' && (
        <Choice
          {...choice('reason')}
          label={words.reason}
          options={read.declineReasons.map((one) => ({ value: one.id, label: textIn(one.text, language.value) }))}
        />
      )}
      <Choice
        {...choice('by')}
        label={words.by}
        options={VERBAL_WAYS.map((way) => ({ value: way, label: words.ways[way] }))}
      />
      <Field {...text('readBy')} label={words.readBy} dir="auto" />
      <DateField {...choice('day')} label={words.day} />
      <FieldFrame {...time}>
        <input
          class="control control-short"
          id={time.id}
          type="time"
          value={time.value}
          onInput={(typing) => time.onInput(typing.currentTarget.value)}
          onBlur={time.onBlur}
          {...tied(time)}
        />
      </FieldFrame>
      <div class="form-wide">
        <TextArea {...text('said')} label={words.said} hint={words.saidHint} optional rows={3} />
      </div>
    </>
  );
}
