import type { Acknowledgement, Screen, UnderstandingAnswer } from '../domain/consent.ts';
import type { Language } from '../domain/form.ts';
import type { TextSize } from '../ui/TextSizeSwitch.tsx';

/** What a patient did so far, kept after each step, so that a dead battery costs nothing. Times are ISO 8601. */
export type Draft = {
  /** The id that the envelope will have: the same however often it is tried to seal it. */
  envelope: string;
  handedOff: string;
  handedOffBy: string;
  began: string | null;
  screen: Screen;
  language: Language;
  textSize: TextSize;
  contrast: 'normal' | 'more';
  tries: number;
  recognised: string | null;
  /** When a clause was first on screen. */
  shown: Record<string, string>;
  acknowledgements: Acknowledgement[];
  answers: UnderstandingAnswer[];
  way: 'draw' | 'type';
  drawn: DrawnDraft | null;
  typed: string;
};

export type DrawnDraft = {
  /** `packStrokes` in base64url. */
  strokes: string;
  width: number;
  height: number;
  coalesced: boolean;
};

/** Wrong birth dates after which staff have to help. */
export const MOST_TRIES = 3;

export function newDraft(given: {
  envelope: string;
  handedOff: string;
  handedOffBy: string;
  language: Language;
}): Draft {
  return {
    ...given,
    began: null,
    screen: { kind: 'welcome' },
    textSize: 1,
    contrast: 'normal',
    tries: 0,
    recognised: null,
    shown: {},
    acknowledgements: [],
    answers: [],
    way: 'draw',
    drawn: null,
    typed: '',
  };
}
