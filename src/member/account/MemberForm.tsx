import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/Button.tsx';
import type { Problem } from '../../ui/api.ts';
import { Notice } from '../../ui/Notice.tsx';
import { problemText } from '../../ui/problemText.ts';

type FormProps = {
  label: string;
  busyLabel: string;
  busy: boolean;
  problem: Problem | undefined;
  onSubmit: () => void;
  children: ComponentChildren;
};

/** One form, one button, and a sentence where it did not go through. */
export function MemberForm({ label, busyLabel, busy, problem, onSubmit, children }: FormProps) {
  return (
    <form
      class="member-form"
      noValidate
      onSubmit={(sending) => {
        sending.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
      {problem && (
        <Notice kind="danger" live="alert">
          {problemText(problem)}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={busy && busyLabel}>
          {label}
        </Button>
      </div>
    </form>
  );
}
