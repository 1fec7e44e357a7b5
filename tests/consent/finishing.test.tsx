import { act, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/consent/draft.ts';
import { aDraft, aReadyDraft, at, choose, heading, openFlow, press, tick, type, type Flow } from './flow.tsx';

/** A promise that is kept or broken by the test. */
function later() {
  let keep = (): void => undefined;
  let fail = (_error: unknown): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
}

const storage = (name: string): DOMException => new DOMException('storage', name);
const alert = async (): Promise<string> => (await screen.findByRole('alert')).textContent;

describe('finishing', () => {
  test('hands over the consent with all that was done, once, however often it is pressed', async () => {
    const sealing = later();
    const handed: Draft[] = [];
    const flow = openFlow({
      draft: aReadyDraft(),
      async finish(draft, answer) {
        expect(answer).toEqual({ kind: 'consent' });
        handed.push(draft);
        await sealing.promise;
      },
    });
    const button = screen.getByRole('button', { name: 'Sign and finish' });
    button.click();
    // Before the screen could say that it is busy.
    button.click();
    expect(await screen.findByRole('button', { name: 'Keeping your signature safe…' })).toBeVisible();
    await press('Keeping your signature safe…');
    sealing.keep();
    expect(await screen.findByRole('button', { name: 'Sign and finish' })).toBeVisible();
    expect(handed).toEqual([flow.draft()]);
  });

  test.each([
    ['QuotaExceededError', 'This iPad has no room left'],
    ['UnknownError', 'This iPad lost the connection to its storage'],
    ['DataError', 'Your signature could not be kept on this iPad yet. It is not lost'],
  ])('that fails (%s) says so, keeps everything on screen, and can be tried again', async (name, sentence) => {
    let broken = true;
    const finished: Draft[] = [];
    const flow = openFlow({
      draft: aReadyDraft(),
      async finish(draft) {
        if (broken) throw storage(name);
        finished.push(draft);
      },
    });
    const before = flow.draft();
    await press('Sign and finish');
    expect(await alert()).toContain(sentence);
    expect(heading()).toBe('Please check before you finish');
    expect(document.querySelector('.typed-signature')).toHaveTextContent('Ana Ruiz');
    expect(flow.draft()).toEqual(before);

    broken = false;
    await press('Sign and finish');
    expect(await screen.findByRole('button', { name: 'Sign and finish' })).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(finished).toEqual([before]);
  });

  test('waits for what is still being saved', async () => {
    const saving = later();
    const order: string[] = [];
    const flow = openFlow({
      draft: aReadyDraft(),
      async save() {
        await saving.promise;
        order.push('saved');
      },
      finish: async () => void order.push('finished'),
    });
    flow.session.change({ typed: 'Ana M. Ruiz' });
    await press('Sign and finish');
    expect(order).toEqual([]);
    saving.keep();
    await expect.poll(() => order).toEqual(['saved', 'finished']);
  });

  test('without a signature leads to where one signs', async () => {
    const flow = openFlow({ draft: aReadyDraft({ typed: '   ' }) });
    await press('Sign and finish');
    expect(heading()).toBe('Your signature');
    expect(flow.answers).toEqual([]);
  });

  test('without a part that is ticked leads to that part', async () => {
    const draft = aReadyDraft();
    const flow = openFlow({ draft: { ...draft, acknowledgements: draft.acknowledgements.slice(0, 1) } });
    await press('Sign and finish');
    expect(heading()).toBe('How to stop');
    expect(flow.answers).toEqual([]);
  });

  test('shows what the signature says, in the language that was chosen', async () => {
    openFlow({ draft: aReadyDraft() });
    expect(document.body).toHaveTextContent('I, Ana Ruiz, agree.');
    await press('Español');
    expect(document.body).toHaveTextContent('Yo, Ana Ruiz, acepto.');
  });
});

describe('a typed name', () => {
  const signing = (): Flow => openFlow({ draft: aReadyDraft({ typed: '', screen: { kind: 'sign' } }) });

  test('that is missing is asked for', async () => {
    signing();
    await press('Go on');
    expect(await alert()).toContain('Please sign first.');
    await type('Your full name', 'Ana Ruiz');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Go on');
    expect(heading()).toBe('Please check before you finish');
  });

  test('is kept letter by letter', async () => {
    const flow = signing();
    await type('Your full name', 'Ana');
    expect(flow.kept.map((draft) => draft.typed).filter(Boolean)).toEqual(['A', 'An', 'Ana']);
  });
});

describe('a step that can not be saved', () => {
  test('is told, hinders nobody, and is told no more once a later step is saved', async () => {
    let full = true;
    const flow = openFlow({
      draft: aReadyDraft({ screen: { kind: 'clause', clause: 'cost' }, acknowledgements: [] }),
      async save() {
        if (full) throw storage('QuotaExceededError');
      },
    });
    await tick();
    expect(await alert()).toContain('This iPad could not save your last step just now.');
    expect(flow.draft().acknowledgements).toHaveLength(1);
    await press('Go on');
    expect(heading()).toBe('How to stop');
    full = false;
    await tick();
    await expect.poll(() => screen.queryByRole('alert')).toBeNull();
  });

  test('does not let an older one win: they are saved one after the other, and the newest last', async () => {
    const first = later();
    const saved: string[] = [];
    let tries = 0;
    const flow = openFlow({
      draft: aReadyDraft(),
      async save(draft) {
        tries += 1;
        if (tries === 1) await first.promise;
        saved.push(draft.typed);
      },
    });
    await act(() => flow.session.change({ typed: 'one' }));
    await act(() => flow.session.change({ typed: 'two' }));
    first.fail(storage('UnknownError'));
    await flow.session.saved();
    expect(saved.at(-1)).toBe('two');
    expect(flow.session.saveFailed.value).toBe(false);
  });
});

describe('saying no', () => {
  const reading = (part: Parameters<typeof openFlow>[0] = {}): Flow =>
    openFlow({ draft: aDraft({ recognised: at(1), screen: { kind: 'clause', clause: 'stop' } }), ...part });

  test('needs a reason, which may be that one would rather not say', async () => {
    const flow = reading();
    await press('I do not want this');
    expect(heading()).toBe('You do not want this');
    await press('Say no and finish');
    expect(document.body).toHaveTextContent('Please choose a reason. You can choose not to say.');
    expect(flow.answers).toEqual([]);

    await choose('I would rather not say');
    await press('Say no and finish');
    await expect
      .poll(() => flow.answers.map(({ answer }) => answer))
      .toEqual([{ kind: 'declination', reason: 'no-answer', words: '', byRepresentative: false }]);
  });

  test('takes the patient’s own words along', async () => {
    const flow = reading();
    await press('I do not want this');
    await choose('The cost worries me');
    await type(/^Anything else you want to say/, 'Ask my daughter.');
    await press('Say no and finish');
    await expect
      .poll(() => flow.answers[0]?.answer)
      .toMatchObject({ kind: 'declination', reason: 'cost', words: 'Ask my daughter.' });
  });

  test('that can not be kept is told, and what was chosen stays', async () => {
    reading({ finish: () => Promise.reject(storage('UnknownError')) });
    await press('I do not want this');
    await choose('The cost worries me');
    await press('Say no and finish');
    expect(await alert()).toContain('could not be kept');
    expect(screen.getByRole('radio', { name: 'The cost worries me' })).toBeChecked();
  });

  test('can be thought over: the way back leads to the same place, and nothing was handed over', async () => {
    const flow = reading();
    await press('I do not want this');
    await choose('The cost worries me');
    await press('Go back to reading');
    expect(heading()).toBe('How to stop');
    expect(flow.answers).toEqual([]);
  });
});
