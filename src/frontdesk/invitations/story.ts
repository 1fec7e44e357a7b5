import type { StoryEvent } from '../../contract/invitationsApi.ts';
import { METHODS } from '../../domain/invitation.ts';
import { calendarDay, dayAndTime } from '../../ui/moments.ts';
import type { TimelineItem } from '../../ui/Timeline.tsx';
import { OWN_DEVICE } from '../../contract/linkApi.ts';
import { deviceName } from '../deviceName.ts';
import { refusedText } from '../refusedText.ts';
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

/** What a conflict means, and what to do about it; `kind` is without the story's prefix. */
export function conflictText(kind: string): string {
  const words = frontdeskWords().story;
  const known = CONFLICT_KINDS.find((one) => one === `conflict-${kind}`);
  return known ? words.conflicts[known] : words.conflictUnknown;
}

function isConflict({ kind }: StoryEvent): boolean {
  return kind.startsWith('conflict-') && kind !== 'conflict-settled';
}

function methodNow(text: string): string | undefined {
  const method = METHODS.find((one) => one === text);
  return method && frontdeskWords().story.nowSigns(frontdeskWords().methods[method]);
}

function sentence(event: StoryEvent): string {
  const words = frontdeskWords().story;
  const kind = EVENT_KINDS.find((known) => known === event.kind);
  if (kind === 'presented' && event.who === OWN_DEVICE) return words.beganOnOwn;
  if (kind) return words.events[kind](event.who === null ? null : deviceName(event.who));
  return isConflict(event) ? words.conflictUnknown : words.eventUnknown;
}

function detail({ kind, detail: text }: StoryEvent): string | undefined {
  const words = frontdeskWords().story;
  if (text === null) return undefined;
  if (kind === 'account-created') return words.signsInAs(text);
  if (kind === 'method-changed') return methodNow(text);
  // An address, or typed by staff: shown as it stands.
  if (kind.startsWith('verbal-')) return words.readBy(text);
  if (kind.startsWith('stopped-')) return words.lastDay(calendarDay(text));
  if (kind.startsWith('activation-') || kind === 'stop-reason') return text;
  if (kind.startsWith('mail-') || kind.endsWith('-recorded')) return text;
  if (kind === 'refused') return refusedText(text);
  if (kind === 'brought-in' || kind === 'form-changed' || kind.startsWith('decided-')) return text;
  if (kind === 'cancelled' || kind === 'conflict-settled') return text;
  if (kind === 'paper-page') return paperPage(text);
  if (kind === 'paper-confirmed') return words.paperSigned(text);
  if (kind === 'paper-aside' || kind === 'paper-scan') return text;
  if (kind !== 'declined') return undefined;
  const known = Object.hasOwn(words.declineReasons, text);
  return known ? words.reason(words.declineReasons[text as DeclineReason]) : words.reasonUnknown;
}

/** `3/13`, as the server tells it. */
function paperPage(text: string): string {
  const [page = '', of = ''] = text.split('/');
  return frontdeskWords().story.paperPage(page, of);
}
