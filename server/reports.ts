import type { Report } from '../src/contract/reportsApi.ts';
import { isUnfinished } from '../src/domain/invitation.ts';
import { fullName } from '../src/domain/people.ts';
import { textIn } from '../src/domain/form.ts';
import { dayInZone } from '../src/domain/stopping.ts';
import { startOfDay, weekOf } from './calendar.ts';
import { nameOf } from './store/patients.ts';
import { findForm, getPractice } from './store/practices.ts';
import { outcomesBetween, type Outcome } from './store/outcomes.ts';
import type { Scope } from './store/scope.ts';

/** Days are the practice's, both included; `language` is for the words of reasons. */
export type Span = { from: string; to: string; language: string };

/** Hours that the histogram of the time to enrol counts up to. */
const HOURS = [1, 4, 24, 72, 168, 336];

type Dated = Outcome & { week: string };

export async function makeReport(scope: Scope, span: Span): Promise<Report> {
  const outcomes = await dated(scope, span);
  const hours = outcomes.flatMap(hoursToEnrol).toSorted((a, b) => a - b);
  return {
    from: span.from,
    to: span.to,
    funnel: {
      invited: outcomes.length,
      open: count(outcomes, (one) => isUnfinished(one.state)),
      signed: count(outcomes, (one) => one.state === 'signed' || one.state === 'enrolled'),
      enrolled: count(outcomes, (one) => one.state === 'enrolled'),
      declined: count(outcomes, (one) => one.state === 'declined'),
      cancelled: count(outcomes, (one) => one.state === 'cancelled' || one.state === 'expired'),
    },
    weeks: grouped(outcomes, (one) => [one.week, one.method]).map(([[week = '', method], group]) => ({
      week,
      method: method as Outcome['method'],
      invited: group.length,
      enrolled: count(group, (one) => one.state === 'enrolled'),
      declined: count(group, (one) => one.state === 'declined'),
    })),
    hoursToEnrol: {
      median: hours[Math.floor((hours.length - 1) / 2)] ?? null,
      slowest: hours.at(-1) ?? null,
      under: HOURS.map((most) => ({ hours: most, count: hours.filter((one) => one <= most).length })),
    },
    declines: await declines(scope, span, outcomes),
  };
}

async function declines(scope: Scope, { language }: Span, outcomes: Dated[]): Promise<Report['declines']> {
  const declined = outcomes.filter((one) => one.state === 'declined' && one.reason !== null);
  const said = await reasonsSaid(scope, declined, language);
  const textOf = ({ reason, declined_on: form }: Outcome): string => said.get(`${form} ${reason}`) ?? reason ?? '';
  return grouped(declined, (one) => [one.week, one.method, one.reason ?? '', textOf(one)]).map(
    ([[week = '', method, reason = '', reasonText = ''], group]) => ({
      week,
      method: method as Outcome['method'],
      reason,
      reasonText,
      count: group.length,
    }),
  );
}

/** Each reason in the words of the form that was declined: a newer version may say it otherwise, or not have it. */
async function reasonsSaid(scope: Scope, declined: Dated[], language: string): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const hash of new Set(declined.map((one) => one.declined_on))) {
    const form = hash === null ? undefined : await findForm(scope, hash);
    for (const { id, text } of form?.declineReasons ?? []) said.set(`${hash} ${id}`, textIn(text, language));
  }
  return said;
}

export async function weekRows(scope: Scope, span: Span) {
  const { weeks } = await makeReport(scope, span);
  return [
    ['week', 'method', 'invited', 'enrolled', 'declined'],
    ...weeks.map((row) => [row.week, row.method, row.invited, row.enrolled, row.declined]),
  ];
}

export async function declineRows(scope: Scope, span: Span) {
  const report = await makeReport(scope, span);
  return [
    ['week', 'method', 'reason', 'count'],
    ...report.declines.map((row) => [row.week, row.method, row.reasonText, row.count]),
  ];
}

export async function invitationRows(scope: Scope, span: Span) {
  const outcomes = await dated(scope, span);
  return [
    ['invited', 'name', 'birth date', 'record number', 'method', 'state', 'enrolled'],
    ...outcomes.map((one) => [
      one.created_at,
      fullName(nameOf(one)),
      one.birth_date,
      one.record_number,
      one.method,
      one.state,
      one.enrolled_at,
    ]),
  ];
}

async function dated(scope: Scope, { from, to }: Span): Promise<Dated[]> {
  const { zone } = await getPractice(scope);
  const outcomes = await outcomesBetween(scope, startOfDay(from, zone), startOfDay(to, zone, 1));
  return outcomes.map((one) => ({ ...one, week: weekOf(dayInZone(one.created_at, zone)) }));
}

function hoursToEnrol({ created_at: invited, enrolled_at: enrolled }: Outcome): number[] {
  return enrolled === null ? [] : [Math.round(((Date.parse(enrolled) - Date.parse(invited)) / 3_600_000) * 10) / 10];
}

function count<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length;
}

/** Groups by several keys, ordered by them. */
function grouped(all: readonly Dated[], keys: (one: Dated) => string[]): [string[], Dated[]][] {
  const groups = Map.groupBy(all, (one) => keys(one).join('\u0000'));
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key.split('\u0000'), group]);
}
