import type { Draft } from '../consent/draft.ts';
import { sealAnswer as seal } from '../consent/sealAnswer.ts';
import type { PatientAnswer } from '../consent/session.ts';
import { appVersion } from '../ui/appVersion.ts';
import type { HandOff } from './handOff.ts';
import { leaveRefuge } from './refuge.ts';
import { reopen, type Tablet } from './tablet.ts';

/** Seals a patient's answer to the practice and keeps it. When this comes back, it is safe on this iPad (invariant 1). */
export async function sealAnswer(tablet: Tablet, handOff: HandOff, draft: Draft, answer: PatientAnswer): Promise<void> {
  const { database, identity } = tablet;
  await seal({ database, identity, app: appVersion, reopen: () => reopen(tablet) }, handOff, draft, answer);
  leaveRefuge(handOff.invitation.id);
}
