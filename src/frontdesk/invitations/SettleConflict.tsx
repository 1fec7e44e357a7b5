import { useState } from 'preact/hooks';
import type { Conflict } from '../../contract/invitationsApi.ts';
import type { Decision } from '../../domain/conflicts.ts';
import type { Problem } from '../../ui/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice, type ChoiceOption } from '../../ui/Choice.tsx';
import { createForm, type Mistakes } from '../../ui/form.ts';
import { problemText } from '../../ui/problemText.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { bind } from '../bind.ts';
import * as doors from '../doors.ts';
import { changes } from '../live.ts';
import type { Mistake } from '../mistake.ts';
import { frontdeskWords } from '../text.ts';

type Values = { decision: Decision | ''; note: string };

/** What staff decide about a conflict, and why; where there is nothing to decide, what they did about it. */
export function SettleConflict({ invitation, conflict }: { invitation: string; conflict: Conflict }) {
  const { invitation: words, decide } = frontdeskWords();
  const toDecide = conflict.choices.length > 0;
  const [form] = useState(() =>
    createForm<Values, Mistake>({ decision: '', note: '' }, (typed) => check(typed, toDecide)),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function settle(): Promise<void> {
    if (busy || !form.submit(['decision', 'note'])) return;
    setBusy(true);
    const { decision, note } = form.values.value;
    const answer = await doors.settleConflict(invitation, conflict.id, note.trim(), decision || null);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    changes.value++;
  }
  const { text, choice } = bind(form, `settle-${conflict.id}`);
  return (
    <form
      class="form"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        void settle();
      }}
    >
      {toDecide && <Choice {...choice('decision')} label={decide.question} options={optionsOf(conflict)} />}
      <TextArea
        {...text('note')}
        label={toDecide ? decide.why : words.settleNote}
        hint={toDecide ? decide.whyHint : words.settleHint}
        rows={2}
      />
      {problem && <p role="alert">{problemText(problem)}</p>}
      <div>
        <Button type="submit" busy={busy && words.settling}>
          {toDecide ? decide.button : words.settle}
        </Button>
      </div>
    </form>
  );
}

function check({ decision, note }: Values, toDecide: boolean): Mistakes<Values, Mistake> {
  const mistakes: Mistakes<Values, Mistake> = {};
  if (toDecide && decision === '') mistakes.decision = 'decision-missing';
  if (!note.trim()) mistakes.note = 'note-missing';
  else if (note.length > 1_000) mistakes.note = 'too-long';
  return mistakes;
}

/** Each says what follows from it. */
function optionsOf({ choices, sealed }: Conflict): ChoiceOption<Decision>[] {
  const { consent, declination, change } = frontdeskWords().decide;
  const words = { ...(sealed === 'declination' ? declination : consent), ...change };
  return choices.map((value) => ({ value, label: words[value].label, description: words[value].effect }));
}
