/** A language of the form is data: one that the interface does not have, written from right to left. */
import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { FormVersion, InLanguages } from '../../src/domain/form.ts';
import { aForm, aReadyDraft, beginReading, heading, openFlow, press, tick, type Flow } from './flow.tsx';

/** A pseudo-locale, as testers call it: the English words turned around, in Arabic’s direction. */
const PSEUDO = 'ar-XB';

/** Adds the pseudo-locale wherever a text has languages: nothing in the app knows of it. */
function withPseudo<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withPseudo) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withPseudo(inner as unknown)] as const);
  const copy = Object.fromEntries(entries) as InLanguages<unknown>;
  return ('en' in copy && 'es' in copy ? { ...copy, [PSEUDO]: turned(copy.en) } : copy) as T;
}

function turned(text: unknown): unknown {
  if (typeof text === 'string') return `ـ${text}ـ`;
  if (Array.isArray(text)) return text.map(turned);
  if (typeof text !== 'object' || text === null) return text;
  return Object.fromEntries(
    Object.entries(text).map(([key, one]) => [key, key === 'id' ? one : turned(one as unknown)]),
  );
}

const form: FormVersion = { ...withPseudo(aForm()), languages: ['en', 'es', PSEUDO] };
const itsName = screenName();

function screenName(): string {
  return new Intl.DisplayNames([PSEUDO], { type: 'language' }).of(PSEUDO) ?? '';
}

let flow: Flow;

/** For the whole form, at the top. */
async function switchTo(name: string): Promise<void> {
  await userEvent.click(within(screen.getByRole('group', { name: 'Language' })).getByRole('button', { name }));
}

beforeEach(() => {
  flow = openFlow({ form });
});

test('is offered by its own name beside the others', () => {
  const names = screen.getByRole('group', { name: 'Language' }).querySelectorAll('button');
  expect([...names].map((one) => one.textContent)).toEqual(['English', 'Español', itsName]);
});

test('shows the form in it and from right to left, and the buttons in English from left to right', async () => {
  await beginReading();
  await switchTo(itsName);
  expect(heading()).toBe('ـWhat it costsـ');
  const title = screen.getByRole('heading', { level: 1 });
  expect(title.closest('[lang]')).toHaveAttribute('lang', PSEUDO);
  expect(title.closest('.step')).toHaveAttribute('dir', 'rtl');
  const next = screen.getByRole('button', { name: 'Go on' });
  expect(next.closest('[lang]')).toHaveAttribute('lang', 'en');
  expect(next.closest('[dir]')).toHaveAttribute('dir', 'ltr');
  expect(document.documentElement).toHaveAttribute('lang', 'en');
});

test('stands in the record of each part, and the place is not lost by choosing it', async () => {
  await beginReading();
  await switchTo(itsName);
  await tick();
  await press('Go on');
  expect(heading()).toBe('ـHow to stopـ');
  await switchTo('Español');
  expect(heading()).toBe('Cómo parar');
  await tick();
  expect(flow.draft().acknowledgements.map(({ clause, language }) => [clause, language])).toEqual([
    ['cost', PSEUDO],
    ['stop', 'es'],
  ]);
});

test('is one of those that a part alone can be turned to, and each such button is in its own language', async () => {
  await beginReading();
  const own = screen.getAllByRole('button', { name: itsName }).at(-1);
  expect(own).toHaveAttribute('dir', 'rtl');
  expect(screen.getByRole('button', { name: 'Leer en español' })).toHaveAttribute('lang', 'es');
  if (own) await userEvent.click(own);
  expect(await screen.findByRole('heading', { name: 'ـWhat it costsـ' })).toBeVisible();
  await press('Read in English');
  expect(heading()).toBe('What it costs');
  expect(flow.draft().language).toBe('en');
});

test('shows what the signature says in it', () => {
  openFlow({ form, draft: aReadyDraft({ language: PSEUDO }) });
  const meaning = screen.getByText('ـI, Ana Ruiz, agree.ـ');
  expect(meaning).toHaveAttribute('dir', 'rtl');
  expect(meaning).toHaveAttribute('lang', PSEUDO);
});
