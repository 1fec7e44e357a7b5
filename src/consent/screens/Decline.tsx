import { useSignal } from '@preact/signals';
import { textIn } from '../../domain/form.ts';
import { Choice, Tick } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Stack } from '../../ui/Stack.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { WhoFields, WhyFields } from '../RepresentativeFields.tsx';
import { knowsRepresentative } from '../signing.ts';
import type { ConsentSession } from '../session.ts';
import { consentWords, wordsHere } from '../text.ts';
import { typedWords } from '../typed.ts';
import { useFinish } from '../useFinish.ts';

/** Saying no: as easy as yes, and recorded as carefully. */
export function Decline({ session, onBack }: { session: ConsentSession; onBack: () => void }) {
  const words = consentWords().decline;
  const missing = useSignal(false);
  const { finish, busy, trouble } = useFinish(session);
  const { form } = session.matter;
  const { language, representative, way, declining } = session.draft.value;
  const { reason, words: said } = declining;
  const forPatient = declining.forPatient ?? way === 'representative';
  const change = (part: Partial<typeof declining>): void =>
    session.change({ declining: { ...session.draft.value.declining, ...part } });
  const told = useSignal(false);
  const representing = {
    patient: session.matter.fills.patient,
    recorded: session.matter.representatives,
    value: representative,
    onChange: (part: Partial<typeof representative>) =>
      session.change({ representative: { ...session.draft.value.representative, ...part } }),
    told: told.value,
  };
  const onConfirm = (): void => {
    // As it is now: a quick hand is here before the screen is drawn anew.
    const now = session.draft.peek();
    missing.value = now.declining.reason === '';
    told.value = forPatient && !knowsRepresentative(now.representative);
    if (missing.value || told.value) return;
    const { reason: why, words: inWords } = now.declining;
    finish({ kind: 'declination', reason: why, words: inWords, byRepresentative: forPatient });
  };
  return (
    <Page title={words.title} lead={words.lead} screen="decline">
      <Stack gap={3}>
        <Choice
          id="reason"
          label={words.reason}
          options={form.declineReasons.map((one) => ({
            value: one.id,
            label: textIn(one.text, language),
            lang: language,
          }))}
          value={reason}
          onChange={(value) => {
            change({ reason: value });
            missing.value = false;
          }}
          announced
          error={missing.value ? words.missing : undefined}
        />
        <TextArea
          id="decline-words"
          label={words.words}
          optional
          value={said}
          onInput={(value) => change({ words: typedWords(value, 2_000) })}
        />
        <Tick id="for-patient" checked={forPatient} onChange={(on) => change({ forPatient: on })}>
          {consentWords().representative.answers(session.matter.fills.patient)}
        </Tick>
        {forPatient && (
          <>
            <WhoFields {...representing} />
            <WhyFields {...representing} />
          </>
        )}
        {trouble && (
          <Notice kind="danger" live="alert">
            {wordsHere(session).declineNotKept}
          </Notice>
        )}
        <Row>
          <Button kind="quiet" onClick={onBack}>
            {words.back}
          </Button>
          <Button busy={busy ? words.keeping : undefined} onClick={onConfirm}>
            {words.confirm}
          </Button>
        </Row>
      </Stack>
    </Page>
  );
}
