import { signal, type ReadonlySignal } from '@preact/signals';
import type { FormDraftAnswer } from '../../contract/formsApi.ts';
import type { FormVersion } from '../../domain/form.ts';
import type { Problem } from '../../ui/api.ts';
import { changeDraft } from '../formDoors.ts';

/** A version that is being written: kept on the practice's server as one types. */

export type DraftState = { is: 'saved'; at: string } | { is: 'typing' | 'saving' } | { is: 'failed'; problem: Problem };

export type Draft = {
  form: ReadonlySignal<FormVersion>;
  state: ReadonlySignal<DraftState>;
  change: (form: FormVersion) => void;
  /** Keeps what was typed. Answers the revision that holds all of it, or undefined where it could not be kept. */
  save: () => Promise<number | undefined>;
};

/** Milliseconds without a key pressed after which what was typed is kept. */
const REST = 1_200;

export function openDraft(stored: FormDraftAnswer): Draft {
  const form = signal(stored.form);
  const state = signal<DraftState>({ is: 'saved', at: stored.changedAt });
  let revision = stored.revision;
  let kept = stored.form;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  /** Another desk's text is never written over: from then on nothing here is kept. */
  const overtaken = (): boolean => state.value.is === 'failed' && state.value.problem.code === 'changed-meanwhile';

  async function send(): Promise<void> {
    while (!overtaken() && kept !== form.value) {
      const sent = form.value;
      state.value = { is: 'saving' };
      const answer = await changeDraft(revision, sent);
      if (!answer.ok) {
        state.value = { is: 'failed', problem: answer.problem };
        return;
      }
      revision = answer.value.revision;
      kept = sent;
      state.value = { is: 'saved', at: answer.value.changedAt };
    }
  }
  async function save(): Promise<number | undefined> {
    clearTimeout(timer);
    running ??= send().finally(() => {
      running = undefined;
    });
    await running;
    return kept === form.value ? revision : undefined;
  }
  return {
    form,
    state,
    change(changed) {
      form.value = changed;
      if (overtaken()) return;
      state.value = { is: 'typing' };
      clearTimeout(timer);
      timer = setTimeout(() => void save(), REST);
    },
    save,
  };
}
