import { signal } from '@preact/signals';
import type { Answered, Sealer } from '../../consent/sealAnswer.ts';
import type { Draft } from '../../consent/draft.ts';
import type { DeviceInvitation } from '../../contract/deviceApi.ts';
import type { LinkEnd } from '../../contract/linkApi.ts';
import type { OwnBegun, OwnLink } from '../../local/ownLink.ts';
import type { StorageTrouble } from '../../local/storageTrouble.ts';

/** What the page of a link shows. Exactly one of these is true. */
export type InAppState =
  | { is: 'starting' }
  /** The address has no link in it, or not all of it. */
  | { is: 'no-link' }
  | { is: 'no-answer' }
  /** This browser can't keep what is signed. */
  | { is: 'unfit'; trouble: StorageTrouble | 'keys' }
  | { is: 'over'; why: LinkEnd; practice: Practice }
  /** The practice asks for the birth date, and has told nothing yet. */
  | { is: 'closed'; greeting: string; practice: Practice; left: number }
  /** Begun on this device before: the birth date opens it again. */
  | { is: 'begun'; begun: OwnBegun }
  | { is: 'reading'; reading: Reading }
  | { is: 'answered'; answered: Sealed };

export type Practice = { name: string; phone: string };

/** The link in hand: its token, what this browser has of it, and what it is called here. */
export type Held = { token: string; name: string; link: OwnLink };

/** All that one reading needs. */
export type Reading = {
  sealer: Sealer;
  matter: OwnMatter;
  answered: Answered;
  draft: Draft;
  save: (draft: Draft) => Promise<void>;
};

export type Sealed = { kind: 'consent' | 'declination'; envelope: string; begun: OwnBegun };

/** What there is to read, as it lies on this device. */
export type OwnMatter = {
  invitation: DeviceInvitation;
  form: Answered['form'];
  formHash: string;
  /** Who invited. */
  staff: string;
  /** When the birth date was confirmed to the practice, and how many tries it took here. */
  recognised: string;
  tries: number;
};

export const inApp = signal<InAppState>({ is: 'starting' });
