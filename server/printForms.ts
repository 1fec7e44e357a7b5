import { isUnfinished } from '../src/domain/invitation.ts';
import type { Deps } from './deps.ts';
import { paperForms, type PaperFormInput } from './documents/paperForm.ts';
import { fillsOf } from './fills.ts';
import { Refusal } from './refusal.ts';
import { tell } from './store/events.ts';
import { findWithPeople, touchInvitation } from './store/invitations.ts';
import { findForm, getPractice } from './store/practices.ts';
import { inTransaction, type Scope } from './store/scope.ts';
import type { StaffRow } from './store/staff.ts';

/**
 * The forms of these invitations to print, in their order, as one PDF; the story of each says who asked for it. One that
 * can't be printed refuses them all: a form that is missing in a stack would not be missed.
 */
export async function printForms(
  deps: Pick<Deps, 'now' | 'nudges'>,
  scope: Scope,
  by: Pick<StaffRow, 'name'>,
  invitations: readonly string[],
): Promise<Uint8Array> {
  const at = deps.now().toISOString();
  const inputs: PaperFormInput[] = [];
  for (const invitation of invitations) inputs.push(await inputFor(scope, invitation, at));
  const { bytes } = await paperForms(inputs);
  await inTransaction(scope, async (within) => {
    for (const invitation of invitations) {
      await tell(within, { invitation, kind: 'paper-printed', at, who: by.name });
      await touchInvitation(within, invitation);
    }
  });
  deps.nudges.nudge(scope.practice);
  return bytes;
}

async function inputFor(scope: Scope, invitation: string, at: string): Promise<PaperFormInput> {
  const people = await findWithPeople(scope, invitation);
  if (!people) throw new Refusal('not-found');
  if (!isUnfinished(people.state)) throw new Refusal('invitation-over');
  if (people.method !== 'paper') throw new Refusal('not-on-paper');
  const practice = await getPractice(scope);
  const form = await findForm(scope, people.form_hash);
  if (!form) throw new Error(`no form ${people.form_hash}`);
  const { name, phone } = practice;
  const fills = fillsOf(people, practice, form);
  return {
    invitation,
    form,
    formHash: people.form_hash,
    language: people.language,
    fills,
    practice: { name, phone },
    madeAt: at,
  };
}
