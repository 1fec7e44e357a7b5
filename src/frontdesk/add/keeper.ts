import { signal } from '@preact/signals';
import type { Drafts, KeptDraft } from './host.ts';

/** Keeps a form on this device while it is typed: one write at a time, and the newest state is written last. */
export function keeper(drafts: Drafts) {
  /** Whether the last write failed: people are told not to rely on it. */
  const trouble = signal(false);
  let next: KeptDraft | 'clear' | undefined;
  let running = false;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    // After this turn: several changes of one press are one write.
    await Promise.resolve();
    while (next !== undefined) {
      const job = next;
      next = undefined;
      const written = job === 'clear' ? drafts.clear() : drafts.save(job);
      trouble.value = await written.then(
        () => false,
        () => job !== 'clear',
      );
    }
    running = false;
  }

  function write(job: KeptDraft | 'clear'): void {
    next = job;
    void run();
  }

  return { trouble, save: (draft: KeptDraft) => write(draft), clear: () => write('clear') };
}
