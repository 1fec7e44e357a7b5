import { useSignal } from '@preact/signals';
import { textIn } from '../../domain/form.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Stack } from '../../ui/Stack.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import type { ConsentSession } from '../session.ts';
import { consentWords } from '../text.ts';
import { typedWords } from '../typed.ts';
import { useFinish } from '../useFinish.ts';

/** Saying no: as easy as yes, and recorded as carefully. */
export function Decline({ session, onBack }: { session: ConsentSession; onBack: () => void }) {
  const words = consentWords().decline;
  const reason = useSignal('');
  const said = useSignal('');
  const missing = useSignal(false);
  const { finish, busy, trouble } = useFinish(session);
  const { form } = session.matter;
  const { language } = session.draft.value;
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
          value={reason.value}
          onChange={(value) => {
            reason.value = value;
            missing.value = false;
          }}
          error={missing.value ? words.missing : undefined}
        />
        <TextArea
          id="decline-words"
          label={words.words}
          optional
          value={said.value}
          onInput={(value) => (said.value = typedWords(value, 2_000))}
        />
        {trouble && (
          <Notice kind="danger" live="alert">
            {words.failed}
          </Notice>
        )}
        <Row>
          <Button kind="quiet" onClick={onBack}>
            {words.back}
          </Button>
          <Button
            busy={busy ? words.keeping : undefined}
            onClick={() => {
              missing.value = reason.value === '';
              if (reason.value) finish({ kind: 'declination', reason: reason.value, words: said.value });
            }}
          >
            {words.confirm}
          </Button>
        </Row>
      </Stack>
    </Page>
  );
}
