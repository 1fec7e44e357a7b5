/** Whoever comes back after a cover, a restart or a killed tab finds the same place with all they did, aside or not. */
import { screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { newDraft, wholeDraft } from '../../src/consent/draft.ts';
import { aDraft, at, choose, heading, openFlow, press, tick, type, type Flow } from './flow.tsx';

const clause = { kind: 'clause', clause: 'cost' } as const;
const onPart = (): Flow => openFlow({ draft: aDraft({ recognised: at(1), tries: 1, screen: clause }) });

/** Ends the app and opens it again with what was kept last. */
async function restarted(flow: Flow): Promise<Flow> {
  await flow.session.saved();
  return flow.restart();
}

describe('after a restart', () => {
  test('a no that was being said is there again, with its reason and words', async () => {
    let flow = onPart();
    await press('I do not want this');
    await choose('The cost worries me');
    await type(/^Anything else you want to say/, 'Ask my daughter.');
    flow = await restarted(flow);
    expect(heading()).toBe('You do not want this');
    expect(screen.getByRole('radio', { name: 'The cost worries me' })).toBeChecked();
    await press('Say no and finish');
    await expect
      .poll(() => flow.answers.map(({ answer }) => answer))
      .toEqual([{ kind: 'declination', reason: 'cost', words: 'Ask my daughter.', byRepresentative: false }]);
  });

  test('so is who says it for the patient', async () => {
    const flow = onPart();
    await press('I do not want this');
    const box = () => screen.getByRole('checkbox', { name: /legal representative/ });
    await tick();
    await type(/^Your full name/, 'Luis Ruiz');
    await restarted(flow);
    expect(box()).toBeChecked();
    expect(screen.getByRole('textbox', { name: /^Your full name/ })).toHaveValue('Luis Ruiz');
  });

  test('the screen that calls staff is there again, and leads back to the same part', async () => {
    const flow = onPart();
    await press('I have a question');
    await restarted(flow);
    expect(heading()).toBe('We will help you');
    await press('Go back to where I was');
    expect(heading()).toBe('What it costs');
  });

  test('an answer that was chosen and not checked is still chosen, and one that was checked is explained', async () => {
    const question = { kind: 'question', question: 'pay' } as const;
    let flow = openFlow({ draft: aDraft({ recognised: at(1), tries: 1, screen: question }) });
    await choose('Nobody');
    flow = await restarted(flow);
    expect(screen.getByRole('radio', { name: 'Nobody' })).toBeChecked();
    expect(flow.draft().answers).toEqual([]);
    await press('Check');
    await choose('A share is mine');
    flow = await restarted(flow);
    expect(screen.getByRole('radio', { name: 'A share is mine' })).toBeChecked();
    await press('Check');
    flow = await restarted(flow);
    expect(document.body).toHaveTextContent('That is right.');
    expect(flow.draft().answers.map(({ answer }) => answer)).toEqual(['a', 'b']);
  });

  test('a part that was turned into the other language stays turned, alone', async () => {
    const flow = onPart();
    await press('Leer en español');
    await restarted(flow);
    expect(heading()).toBe('Lo que cuesta');
    await tick();
    await press('Go on');
    expect(heading()).toBe('How to stop');
    await press('Back');
    expect(heading()).toBe('Lo que cuesta');
  });
});

test('a no that is thought over and opened again has its words still', async () => {
  onPart();
  await press('I do not want this');
  await type(/^Anything else you want to say/, 'Not yet.');
  await press('Go back to reading');
  await press('I do not want this');
  expect(screen.getByRole('textbox', { name: /^Anything else you want to say/ })).toHaveValue('Not yet.');
});

test('a draft that an older version began is whole: nothing is open beside the way', () => {
  const { aside: _aside, chosen: _chosen, flipped: _flipped, declining: _declining, ...older } = newDraft(aDraft());
  expect(wholeDraft(older)).toEqual(newDraft(aDraft()));
});

describe('how far a part was scrolled', () => {
  const scrollTo = vi.fn();
  const scrolledTo = (top: number): void => {
    vi.stubGlobal('scrollY', top);
    window.dispatchEvent(new Event('scroll'));
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    scrollTo.mockReset();
  });

  test('is where one comes back to from a question to staff', async () => {
    vi.stubGlobal('scrollTo', scrollTo);
    onPart();
    scrolledTo(420);
    await press('I have a question');
    scrolledTo(0);
    expect(scrollTo).not.toHaveBeenCalled();
    await press('Go back to where I was');
    expect(scrollTo).toHaveBeenCalledWith(expect.objectContaining({ top: 420 }));
  });

  test('does not follow to the next part', async () => {
    vi.stubGlobal('scrollTo', scrollTo);
    onPart();
    scrolledTo(420);
    await tick();
    await press('Go on');
    expect(heading()).toBe('How to stop');
    expect(scrollTo).not.toHaveBeenCalled();
  });
});
