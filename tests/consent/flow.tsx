/** One patient before a form, and what they do, by what they read on screen. */
import '../ui/dom.ts';
import { act, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import { ConsentFlow } from '../../src/consent/ConsentFlow.tsx';
import { newDraft, type Draft } from '../../src/consent/draft.ts';
import {
  startConsent,
  type ConsentMatter,
  type ConsentSession,
  type PatientAnswer,
} from '../../src/consent/session.ts';
import type { Clause, FormVersion, Question } from '../../src/domain/form.ts';
import { language } from '../../src/ui/language.ts';

const START = Date.parse('2026-03-15T14:00:00.000Z');
/** The time so many seconds after the hand-off. */
export const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();

function aClause(id: string, en: string, es: string): Clause {
  const text = (title: string, acknowledge: string) => ({
    title,
    summary: `${title}: ${id}.`,
    body: [`${title}, {patient}. {practice}.`],
    acknowledge,
  });
  return { id, kind: 'clause', covers: [], text: { en: text(en, `I know ${id}.`), es: text(es, `Yo sé ${id}.`) } };
}

function aQuestion(): Question {
  const text = (question: string, right: string, wrong: string, explain: string) => ({
    question,
    answers: [
      { id: 'a', text: wrong },
      { id: 'b', text: right, right: true },
    ],
    explain,
  });
  return {
    id: 'pay',
    clause: 'cost',
    text: {
      en: text('Who pays?', 'A share is mine', 'Nobody', 'A share of the cost is yours.'),
      es: text('¿Quién paga?', 'Una parte es mía', 'Nadie', 'Una parte es suya.'),
    },
  };
}

/** Two parts and one question, in two languages. */
export function aForm(part: Partial<FormVersion> = {}): FormVersion {
  return {
    id: 'ccm',
    version: 'test-1',
    programme: 'CCM',
    languages: ['en', 'es'],
    title: { en: 'Consent', es: 'Consentimiento' },
    clauses: [aClause('cost', 'What it costs', 'Lo que cuesta'), aClause('stop', 'How to stop', 'Cómo parar')],
    questions: [aQuestion()],
    meaning: { en: 'I, {patient}, agree.', es: 'Yo, {patient}, acepto.' },
    representativeMeaning: { en: 'For {patient}, I agree.', es: 'Por {patient}, acepto.' },
    declineMeaning: { en: 'I, {patient}, say no.', es: 'Yo, {patient}, digo que no.' },
    representativeDeclineMeaning: { en: 'For {patient}, I say no.', es: 'Por {patient}, digo que no.' },
    declineReasons: [
      { id: 'cost', text: { en: 'The cost worries me', es: 'Me preocupa el costo' } },
      { id: 'no-answer', text: { en: 'I would rather not say', es: 'Prefiero no decirlo' } },
    ],
    summary: { en: ['You may stop.'], es: ['Puede parar.'] },
    ...part,
  };
}

export function aDraft(part: Partial<Draft> = {}): Draft {
  const given = {
    envelope: '01957c3a-0000-7000-8000-000000000001',
    handedOff: at(0),
    handedOffBy: '01957c3a-0000-7000-8000-000000000002',
    language: 'en',
  };
  return { ...newDraft(given), ...part };
}

/** A draft of somebody who has read, ticked and answered all, and typed their name. */
export function aReadyDraft(part: Partial<Draft> = {}): Draft {
  const ticked = (clause: string) => ({ clause, language: 'en', shownAt: at(2), acknowledgedAt: at(3) });
  return aDraft({
    recognised: at(1),
    began: at(1),
    tries: 1,
    acknowledgements: [ticked('cost'), ticked('stop')],
    answers: [{ question: 'pay', answer: 'b', right: true, at: at(4) }],
    way: 'type',
    typed: 'Ana Ruiz',
    screen: { kind: 'review' },
    ...part,
  });
}

export type Flow = {
  session: ConsentSession;
  draft: () => Draft;
  /** Drafts in the order that they were kept. */
  kept: Draft[];
  answers: { draft: Draft; answer: PatientAnswer }[];
  /** Sets the clock to so many seconds after the hand-off. */
  clock: (seconds: number) => void;
  /** Ends the app and opens it again with what was kept last. */
  restart: () => Flow;
};

export function openFlow(part: Partial<ConsentMatter> = {}): Flow {
  language.value = 'en';
  let now = START;
  const kept: Draft[] = [];
  const answers: Flow['answers'] = [];
  const matter: ConsentMatter = {
    form: aForm(),
    fills: {
      patient: 'Ana Ruiz',
      practice: 'Bayside Family Practice',
      practicePhone: '(813) 555-0100',
      practitioner: 'Dr. Lee',
      programme: 'CCM',
    },
    greeting: 'Ana',
    birthDate: '1947-03-09',
    representatives: [],
    place: 'practice',
    draft: aDraft(),
    now: () => now,
    save: async (draft) => void kept.push(draft),
    finish: async (draft, answer) => void answers.push({ draft, answer }),
    ...part,
  };
  const session = startConsent(matter);
  const { unmount } = render(<ConsentFlow session={session} />);
  return {
    session,
    draft: () => session.draft.peek(),
    kept,
    answers,
    clock: (seconds) => (now = START + seconds * 1_000),
    restart() {
      void act(() => void unmount());
      return openFlow({ ...part, draft: structuredClone(kept.at(-1) ?? matter.draft) });
    },
  };
}

const user = userEvent.setup();

export async function press(name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name }));
}

export async function choose(name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('radio', { name }));
}

export async function tick(): Promise<void> {
  await user.click(screen.getByRole('checkbox'));
}

export async function type(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByRole('textbox', { name: label });
  await user.clear(field);
  if (text) await user.type(field, text);
}

/** `month/day/year`, into its three parts. */
export async function confirmBirthDate(date: string): Promise<void> {
  const [month = '', day = '', year = ''] = date.split('/');
  await type('Month', month);
  await type('Day', day);
  await type('Year', year);
  await press('Confirm');
}

export function heading(): string {
  return screen.getByRole('heading', { level: 1 }).textContent;
}

/** From the greeting to the first part of the form. */
export async function beginReading(): Promise<void> {
  await press('Begin');
  await confirmBirthDate('3/9/1947');
  await press('Go on');
  await press('Go on');
  expect(heading()).toBe('What it costs');
}
