import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { aDraft, at, confirmBirthDate, heading, openFlow, press, type Flow } from './flow.tsx';

let flow: Flow;

beforeEach(async () => {
  flow = openFlow();
  await press('Begin');
});

const alert = () => document.querySelector('.field-error')?.textContent ?? '';
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('before the birth date is right', () => {
  test('nothing of the form is on screen, and nobody can say no for somebody else', () => {
    expect(document.body).not.toHaveTextContent(/What it costs|How to stop|Who pays/);
    expect(buttons()).not.toContain('I do not want this');
  });

  test('a wrong one is told without a word about the right one, and the field is empty again', async () => {
    await confirmBirthDate('9/3/1947');
    expect(alert()).toContain('That is not the date we have. Please check it. You can try 2 more times.');
    expect(alert()).not.toMatch(/1947|March|month|year/);
    for (const part of ['Month', 'Day', 'Year']) expect(screen.getByRole('textbox', { name: part })).toHaveValue('');
    expect(flow.draft()).toMatchObject({ tries: 1, recognised: null });
  });

  test.each([
    ['2/30/1947', 'There is no such day.'],
    ['13/1/1947', 'There is no such day.'],
    ['3/9/47', 'in numbers'],
    ['//', 'in numbers'],
    ['3/9/2047', 'Please'],
  ])('what can not be a birth date (%s) is told and costs no try', async (typed, sentence) => {
    await confirmBirthDate(typed);
    expect(alert()).toContain(sentence);
    expect(flow.draft().tries).toBe(0);
    expect(heading()).toBe('When were you born?');
  });
});

describe('three wrong birth dates', () => {
  beforeEach(async () => {
    for (const wrong of ['1/1/1950', '1/2/1950', '1/3/1950']) await confirmBirthDate(wrong);
  });

  test('lead to the front desk: that is on screen, and nothing else of the matter', () => {
    expect(heading()).toBe('Please ask the front desk');
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(document.body).not.toHaveTextContent(/Ana|Ruiz|Lee|1947|What it costs|When were you born/);
    for (const way of ['Confirm', 'Go on', 'Back', 'Begin', 'I do not want this', 'I have a question'])
      expect(buttons()).not.toContain(way);
  });

  test('are not forgotten by starting the app again', () => {
    flow.restart();
    expect(heading()).toBe('Please ask the front desk');
  });
});

test('the tries before a restart count', async () => {
  await confirmBirthDate('1/1/1950');
  await confirmBirthDate('1/2/1950');
  flow = flow.restart();
  expect(heading()).toBe('When were you born?');
  await confirmBirthDate('1/3/1950');
  expect(heading()).toBe('Please ask the front desk');
});

test('the right one at the third try opens the form, and how many tries it took is kept', async () => {
  await confirmBirthDate('1/1/1950');
  await confirmBirthDate('1/2/1950');
  flow.clock(30);
  await confirmBirthDate('03/09/1947');
  expect(flow.draft()).toMatchObject({ tries: 3, recognised: at(30), began: at(30) });
  expect(buttons()).toContain('I do not want this');
});

test('one who was recognised before is not asked again', () => {
  openFlow({ draft: aDraft({ recognised: at(1), screen: { kind: 'clause', clause: 'stop' } }) });
  expect(screen.getByRole('heading', { level: 1, name: 'How to stop' })).toBeVisible();
});
