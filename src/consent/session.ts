import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { screensOf, type Screen } from '../domain/consent.ts';
import type { Fills, FormVersion } from '../domain/form.ts';
import type { PersonName } from '../domain/people.ts';
import type { Draft } from './draft.ts';

/** How an answer leaves this ring: the host seals and keeps it. */
export type PatientAnswer =
  | { kind: 'consent' }
  | { kind: 'declination'; reason: string; words: string; byRepresentative: boolean }
  | Withdrawal;

/** A change of mind after the answer was sealed: `meaning` is what was on screen, `withdraws` names that answer. */
export type Withdrawal = {
  kind: 'withdrawal';
  byRepresentative: boolean;
  meaning: string;
  withdraws: { envelope: string; kind: 'consent' | 'declination'; at: string };
};

export type RecordedRepresentative = { id: string; name: PersonName; relationship: string };

export type Place = 'practice' | 'own-device';

/** What this ring is given: one patient's matter, and nobody else's. */
export type ConsentMatter = {
  form: FormVersion;
  fills: Fills;
  /** The name to greet with, and the one that is printed. */
  greeting: string;
  birthDate: string;
  /** Whom the practice recorded as legal representatives. */
  representatives: readonly RecordedRepresentative[];
  /** Whose device it is: what a person in trouble is told differs. */
  place: Place;
  draft: Draft;
  now: () => number;
  /** Keeps the draft on this device. */
  save: (draft: Draft) => Promise<void>;
  /**
   * Tells the desk that somebody is wanted, or no longer. Answers whether the desk was reached. Absent where there is no
   * desk to call, as on a device of one's own.
   */
  callDesk?: (calls: boolean) => Promise<boolean>;
  /** Seals and keeps the answer. Comes back only when it is safe; throws when it is not. */
  finish: (draft: Draft, answer: PatientAnswer) => Promise<void>;
};

export type ConsentSession = {
  matter: ConsentMatter;
  draft: Signal<Draft>;
  /** All screens of this patient's way: they depend on how they sign. */
  screens: ReadonlySignal<readonly Screen[]>;
  /** Place of the present screen, counted from 0. */
  place: ReadonlySignal<number>;
  /** The draft as this device keeps it: the present one, but for the moment that saving takes. */
  kept: ReadonlySignal<Draft>;
  /** The draft could not be kept at the last try. */
  saveFailed: ReadonlySignal<boolean>;
  change: (part: Partial<Draft>) => void;
  go: (step: 1 | -1) => void;
  goTo: (screen: Screen) => void;
  /** Waits for what is being saved. */
  saved: () => Promise<void>;
  time: () => string;
  /** How far the present screen is scrolled, in CSS pixels: whoever comes back from aside or a cover goes on there. */
  scrolled: { top: number };
};

export function startConsent(matter: ConsentMatter): ConsentSession {
  const draft = signal(matter.draft);
  const kept = signal(matter.draft);
  const saveFailed = signal(false);
  const screens = computed(() => screensOf(matter.form, draft.value.way));
  const place = computed(() =>
    Math.max(
      0,
      screens.value.findIndex((screen) => sameScreen(screen, draft.value.screen)),
    ),
  );
  let saving: Promise<void> = Promise.resolve();

  const saveLatest = (): Promise<void> => {
    const before = saving;
    saving = (async () => {
      await before;
      const now = draft.peek();
      // Several changes that waited for the one before are saved at once.
      if (now === kept.peek()) return;
      try {
        await matter.save(now);
        kept.value = now;
        saveFailed.value = false;
      } catch {
        // What was done stays in memory and is saved with the next step; until then the screen says so.
        saveFailed.value = true;
      }
    })();
    return saving;
  };
  const change = (part: Partial<Draft>): void => {
    draft.value = { ...draft.peek(), ...part };
    void saveLatest();
  };
  const goTo = (screen: Screen): void => change({ screen });
  return {
    matter,
    draft,
    screens,
    place,
    kept,
    saveFailed,
    change,
    goTo,
    go(step) {
      const next = screens.peek()[place.peek() + step];
      if (next) goTo(next);
    },
    saved: () => saving,
    time: () => new Date(matter.now()).toISOString(),
    scrolled: { top: 0 },
  };
}

function sameScreen(a: Screen, b: Screen): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
