import type { StoryEvent } from '../../contract/staffApi.ts';
import { dayAndTime } from '../../ui/moments.ts';
import type { TimelineItem } from '../../ui/Timeline.tsx';
import { frontdeskWords } from '../text.ts';
import { CONFLICT_KINDS, EVENT_KINDS, type DeclineReason } from './storyKinds.ts';

/** The story of an invitation in sentences. Codes never reach the screen: what has no words gets a general sentence. */

export function storyItems(story: readonly StoryEvent[], now: number): TimelineItem[] {
  return story.map((event, place) => ({
    id: `${place} ${event.at}`,
    at: event.at,
    when: dayAndTime(event.at, now),
    what: sentence(event),
    detail: detail(event),
    attention: isConflict(event),
  }));
}

/** What to do about each kind of conflict that the story tells of. */
export function conflictTexts(story: readonly StoryEvent[]): string[] {
  const words = frontdeskWords().story;
  const kinds = new Set(story.filter(isConflict).map(({ kind }) => CONFLICT_KINDS.find((known) => known === kind)));
  return [...kinds].map((kind) => (kind ? words.conflicts[kind] : words.conflictUnknown));
}

function isConflict({ kind }: StoryEvent): boolean {
  return kind.startsWith('conflict-');
}

function sentence(event: StoryEvent): string {
  const words = frontdeskWords().story;
  const kind = EVENT_KINDS.find((known) => known === event.kind);
  if (kind) return words.events[kind](event.who);
  return isConflict(event) ? words.conflictUnknown : words.eventUnknown;
}

function detail({ kind, detail: text }: StoryEvent): string | undefined {
  const words = frontdeskWords().story;
  if (text === null) return undefined;
  if (kind === 'account-created') return words.signsInAs(text);
  if (kind !== 'declined') return undefined;
  const known = Object.hasOwn(words.declineReasons, text);
  return known ? words.reason(words.declineReasons[text as DeclineReason]) : words.reasonUnknown;
}
