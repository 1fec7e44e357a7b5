import type { Report } from '../../contract/reportsApi.ts';
import { frontdeskWords } from '../text.ts';
import { Bars, Pair } from './Drawing.tsx';
import { NumberTable } from './NumberTable.tsx';

/** How long it took from invitation to account. */
export function TimeToEnrol({ report: { hoursToEnrol, funnel } }: { report: Report }) {
  const words = frontdeskWords().reports;
  const { median, slowest, under } = hoursToEnrol;
  if (median === null || slowest === null) return <p>{words.timeNone}</p>;
  const bars = under.map(({ hours, count }) => ({
    label: `${words.within} ${span(hours)}`,
    parts: [{ fill: 'full' as const, count }],
  }));
  return (
    <>
      <p>{words.timeLead(span(median), span(slowest))}</p>
      <Pair drawing={<Bars bars={bars} most={Math.max(funnel.enrolled, ...under.map(({ count }) => count))} />}>
        <NumberTable
          caption={words.time}
          items={under}
          keyOf={({ hours }) => String(hours)}
          columns={[
            { head: words.within, render: ({ hours }) => span(hours) },
            { head: words.enrolled, render: ({ count }) => count, number: true },
          ]}
        />
      </Pair>
    </>
  );
}

/** Hours in words: as hours up to two days, then as days. */
function span(hours: number): string {
  const words = frontdeskWords().reports;
  if (hours < 0.5) return words.minutes;
  return hours < 24 ? words.hours(Math.round(hours)) : words.days(Math.round(hours / 24));
}
