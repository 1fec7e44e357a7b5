import type { Acknowledgement, Relationship, Screen, UnderstandingAnswer, Way, WhyNotSelf } from '../domain/consent.ts';
import type { Language } from '../domain/form.ts';
import type { TextSize } from '../ui/TextSizeSwitch.tsx';

/** What a patient did so far, kept after each step, so that a dead battery costs nothing. Times are ISO 8601. */
export type Draft = {
  /** The id that the envelope will have: the same however often it is tried to seal it. */
  envelope: string;
  handedOff: string;
  handedOffBy: string;
  /** The hash of the form that was begun: it stays the one to read, whatever new invitations get meanwhile (invariant 6). */
  form?: string | undefined;
  began: string | null;
  screen: Screen;
  aside: Aside;
  language: Language;
  textSize: TextSize;
  contrast: 'normal' | 'more';
  tries: number;
  recognised: string | null;
  /** Wrong birth dates on the cover that hides the screen after a rest. */
  coverTries: number;
  /** When a clause was first on screen in a language: by `shownKey`. */
  shown: Record<string, string>;
  acknowledgements: Acknowledgement[];
  answers: UnderstandingAnswer[];
  /** What is chosen and not checked yet, by question. */
  chosen: Record<string, string>;
  /** Parts that are turned into another language than the form; a choice for the whole form after that goes before it. */
  flipped: Record<string, { from: Language; to: Language }>;
  declining: DecliningDraft;
  way: Way;
  drawn: DrawnDraft | null;
  typed: string;
  /** What else than a drawn or typed name was begun: nobody's ink is ever taken for another's. */
  mark: DrawnDraft | null;
  witness: SignatureDraft & { name: string; address: string };
  representative: SignatureDraft & RepresentativeDraft;
};

/** What is open beside the way: a no that is being said, or the screen that calls staff. */
export type Aside = 'none' | 'decline' | 'help';

/** A no that is not said yet. `forPatient` is null until it was told whether somebody else says it. */
type DecliningDraft = { reason: string; words: string; forPatient: boolean | null };

/** One person's signature, by hand or by keyboard. */
export type SignatureDraft = { how: 'draw' | 'type'; drawn: DrawnDraft | null; typed: string };

export type RepresentativeDraft = {
  /** The id of the one whom the practice recorded; `SOMEBODY_ELSE`, or empty while nothing is chosen. */
  recorded: string;
  name: string;
  relationship: Relationship | '';
  relationshipWords: string;
  whyNotSelf: WhyNotSelf | '';
  whyNotSelfWords: string;
};

export type DrawnDraft = {
  /** `packStrokes` in base64url. */
  strokes: string;
  width: number;
  height: number;
  coalesced: boolean;
};

export const SOMEBODY_ELSE = 'somebody-else';

/** Wrong birth dates after which staff have to help. */
export const MOST_TRIES = 3;

/** Nobody was recognised, and no more tries are left: staff have to look who this is. */
export function isLockedOut({ recognised, tries }: Draft): boolean {
  return recognised === null && tries >= MOST_TRIES;
}

export function shownKey(clause: string, language: Language): string {
  return `${clause} ${language}`;
}

type Given = Pick<Draft, 'envelope' | 'handedOff' | 'handedOffBy' | 'language' | 'form'>;

export function newDraft(given: Given): Draft {
  return {
    ...given,
    began: null,
    screen: { kind: 'welcome' },
    aside: 'none',
    textSize: 1,
    contrast: 'normal',
    tries: 0,
    recognised: null,
    coverTries: 0,
    shown: {},
    acknowledgements: [],
    answers: [],
    chosen: {},
    flipped: {},
    declining: { reason: '', words: '', forPatient: null },
    way: 'draw',
    drawn: null,
    typed: '',
    mark: null,
    witness: { name: '', address: '', ...unsigned },
    representative: {
      recorded: '',
      name: '',
      relationship: '',
      relationshipWords: '',
      whyNotSelf: '',
      whyNotSelfWords: '',
      ...unsigned,
    },
  };
}

const unsigned: SignatureDraft = { how: 'draw', drawn: null, typed: '' };

/** A draft that an older version of the app began may lack what is new since. */
export function wholeDraft(stored: Given & Partial<Draft>): Draft {
  return { ...newDraft(stored), ...stored };
}
