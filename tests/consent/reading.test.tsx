import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { misses } from '../../src/domain/consent.ts';
import { aReadyDraft, at, beginReading, choose, heading, openFlow, press, tick, type, type Flow } from './flow.tsx';

let flow: Flow;

const box = () => screen.getByRole('checkbox');

describe('a part of the form', () => {
  beforeEach(async () => {
    flow = openFlow();
    await beginReading();
  });

  test('has to be ticked to go on, and says so', async () => {
    await press('Go on');
    expect(heading()).toBe('What it costs');
    expect(screen.getByRole('alert')).toHaveTextContent('Please read this part and tick the box');
    await tick();
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Go on');
    expect(heading()).toBe('How to stop');
  });

  test('is filled with the names of this patient and practice', () => {
    expect(document.body).toHaveTextContent('What it costs, Ana Ruiz. Bayside Family Practice.');
  });

  test('when it is ticked, keeps the language that was on screen, since when, and when it was ticked', async () => {
    flow.clock(40);
    await tick();
    expect(flow.draft().acknowledgements).toEqual([
      { clause: 'cost', language: 'en', shownAt: at(0), acknowledgedAt: at(40) },
    ]);
  });

  test('read in the other language is ticked in that language, shown since it was turned', async () => {
    flow.clock(20);
    await press('Español');
    expect(heading()).toBe('Lo que cuesta');
    flow.clock(50);
    await tick();
    expect(flow.draft().acknowledgements).toEqual([
      { clause: 'cost', language: 'es', shownAt: at(20), acknowledgedAt: at(50) },
    ]);
  });

  test('flipped alone is ticked in its language, and the rest of the form stays as it was', async () => {
    flow.clock(20);
    await press('Leer en español');
    expect(heading()).toBe('Lo que cuesta');
    await tick();
    await press('Go on');
    expect(heading()).toBe('How to stop');
    await tick();
    expect(flow.draft().acknowledgements.map(({ clause, language }) => [clause, language])).toEqual([
      ['cost', 'es'],
      ['stop', 'en'],
    ]);
    expect(flow.draft().language).toBe('en');
  });

  test('ticked in one language is not shown as ticked in the other, and counts all the same', async () => {
    await tick();
    await press('Leer en español');
    expect(box()).not.toBeChecked();
    expect(screen.getByRole('status')).toHaveTextContent('You agreed to this part already, in English.');
    await press('Go on');
    expect(heading()).toBe('How to stop');
  });

  test('can be taken back', async () => {
    await tick();
    await tick();
    expect(box()).not.toBeChecked();
    expect(flow.draft().acknowledgements).toEqual([]);
    await press('Go on');
    expect(heading()).toBe('What it costs');
  });
});

describe('the question', () => {
  beforeEach(() => {
    flow = openFlow({ draft: aReadyDraft({ answers: [], screen: { kind: 'question', question: 'pay' } }) });
  });

  test('that is missed explains again, and goes on', async () => {
    await choose('Nobody');
    await press('Check');
    expect(document.body).toHaveTextContent('Not quite. Here it is again:A share of the cost is yours.');
    await press('Go on');
    expect(heading()).toBe('How do you want to sign?');
  });

  test('that is right says so, and explains too', async () => {
    await choose('A share is mine');
    await press('Check');
    expect(document.body).toHaveTextContent('That is right.A share of the cost is yours.');
    expect(misses(flow.draft().answers)).toEqual([]);
  });

  test('counts by its first answer: a second try is kept, and does not take the miss back', async () => {
    flow.clock(10);
    await choose('Nobody');
    await press('Check');
    flow.clock(20);
    await choose('A share is mine');
    await press('Check');
    expect(flow.draft().answers).toEqual([
      { question: 'pay', answer: 'a', right: false, at: at(10) },
      { question: 'pay', answer: 'b', right: true, at: at(20) },
    ]);
    expect(misses(flow.draft().answers)).toEqual(['pay']);
  });

  test('without a choice says that a guess is fine, and keeps nothing', async () => {
    await press('Check');
    expect(document.body).toHaveTextContent('Please choose an answer. A guess is fine.');
    expect(flow.draft().answers).toEqual([]);
  });

  test('that was answered is not answered again by looking at it again', async () => {
    await choose('Nobody');
    await press('Check');
    await press('Back');
    await press('Go on');
    expect(screen.getByRole('radio', { name: 'Nobody' })).toBeChecked();
    await press('Go on');
    expect(flow.draft().answers).toHaveLength(1);
  });
});

describe('going back and forth', () => {
  beforeEach(() => {
    flow = openFlow();
  });

  test('loses nothing, over all screens', async () => {
    await beginReading();
    await tick();
    await press('Go on');
    await tick();
    await press('Go on');
    await choose('Nobody');
    await press('Check');
    await press('Go on');
    await choose(/^Type my name/);
    await press('Go on');
    await type('Your full name', 'Ana Ruiz');
    const before = flow.draft();

    for (const back of ['How do you want to sign?', 'Who pays?', 'How to stop', 'What it costs']) {
      await press('Back');
      expect(heading()).toBe(back);
    }
    expect(box()).toBeChecked();
    await press('Go on');
    expect(box()).toBeChecked();
    await press('Go on');
    expect(screen.getByRole('radio', { name: 'Nobody' })).toBeChecked();
    await press('Go on');
    expect(screen.getByRole('radio', { name: /^Type my name/ })).toBeChecked();
    await press('Go on');
    expect(screen.getByRole('textbox', { name: 'Your full name' })).toHaveValue('Ana Ruiz');
    expect(flow.draft()).toEqual(before);
  });

  test('a question in between leads back to the same place', async () => {
    await beginReading();
    await tick();
    await press('I have a question');
    expect(heading()).toBe('We will help you');
    await press('Go back to where I was');
    expect(heading()).toBe('What it costs');
    expect(box()).toBeChecked();
  });

  test('ending the app in the middle does neither lose a step nor the letters’ size', async () => {
    await beginReading();
    await tick();
    await press(/Largest text/);
    await press('Strong contrast');
    await press('Go on');
    flow = flow.restart();
    expect(heading()).toBe('How to stop');
    expect(document.querySelector('.patient')).toHaveAttribute('data-text-size', '3');
    expect(screen.getByRole('button', { name: 'Strong contrast' })).toHaveAttribute('aria-pressed', 'true');
    await press('Back');
    expect(box()).toBeChecked();
  });
});
