import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer, Problem } from '../ui/api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { Form } from '../ui/form.ts';
import { Notice } from '../ui/Notice.tsx';
import { problemText } from '../ui/problemText.ts';
import { Row } from '../ui/Stack.tsx';
import { bind } from './bind.ts';
import { changes } from './live.ts';
import type { Mistake } from './mistake.ts';
import { frontdeskWords } from './text.ts';

type SaveFormProps<Values extends object> = {
  form: Form<Values, Mistake>;
  /** In the order in which they stand on the page. */
  fields: readonly (keyof Values & string)[];
  /** The same as the fields are bound with. */
  prefix: string;
  save: (values: Values) => Promise<Answer<unknown>>;
  /** What the button says; "Save" where nothing is said. */
  label?: string;
  busy?: string;
  /** The title above what went wrong; "not saved" where nothing is said. */
  failed?: string;
  /** Said when it is saved; nothing where the page is left then. */
  saved?: string;
  onSaved?: () => void;
  /** A problem that belongs to a field: it is marked there instead of being told below. */
  mark?: (problem: Problem) => { field: keyof Values & string; mistake: Mistake } | undefined;
  /** Beside the button. */
  more?: ComponentChildren;
  children: ComponentChildren;
};

/** A form with one button that saves it, and says how that went. */
export function SaveForm<Values extends object>(props: SaveFormProps<Values>) {
  const { form, fields, prefix, save, label, onSaved, mark, more, children } = props;
  const words = frontdeskWords().admin;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [saved, setSaved] = useState(false);

  async function submit(): Promise<void> {
    setSaved(false);
    if (busy || !form.submit(fields)) return;
    setBusy(true);
    const answer = await save(form.values.value);
    setBusy(false);
    changes.value++;
    const marked = answer.ok ? undefined : mark?.(answer.problem);
    if (marked) form.refuse([marked.field], marked.mistake);
    setProblem(answer.ok || marked ? undefined : answer.problem);
    if (!answer.ok) return;
    setSaved(true);
    onSaved?.();
  }
  return (
    <form
      class="form"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary {...bind(form, prefix).summary(fields)} />
      {children}
      {problem && (
        <Notice kind="danger" live="alert" title={props.failed ?? words.notSaved}>
          {problemText(problem)}
        </Notice>
      )}
      <Row>
        <Button type="submit" busy={busy && (props.busy ?? words.saving)}>
          {label ?? words.save}
        </Button>
        {more}
        <p role="status">{saved && !form.dirty.value ? props.saved : ''}</p>
      </Row>
    </form>
  );
}
