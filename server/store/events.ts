import { newId } from '../../src/contract/newId.ts';
import type { StoryEvent } from '../../src/contract/invitationsApi.ts';
import type { Scope } from './scope.ts';

/** Writes a line of an invitation's story. `who` is a name for people, as it was at that time. */
export async function tell(
  { db, practice }: Scope,
  event: { invitation: string; kind: string; at: string; who?: string | null; detail?: string | null },
): Promise<void> {
  await db
    .insertInto('event')
    .values({
      id: newId(),
      practice_id: practice,
      invitation_id: event.invitation,
      kind: event.kind,
      at: event.at,
      who: event.who ?? null,
      detail: event.detail ?? null,
    })
    .execute();
}

export function storyOf({ db, practice }: Scope, invitation: string): Promise<StoryEvent[]> {
  return db
    .selectFrom('event')
    .select(['at', 'kind', 'who', 'detail'])
    .where('practice_id', '=', practice)
    .where('invitation_id', '=', invitation)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
