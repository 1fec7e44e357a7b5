import type { Report } from '../../contract/reportsApi.ts';
import { METHODS } from '../../domain/invitation.ts';
import { shortDay } from '../../ui/moments.ts';
import { frontdeskWords } from '../text.ts';
import { Bars, Legend, methodFills, Pair, type Bar } from './Drawing.tsx';
import { NumberTable } from './NumberTable.tsx';

type DeclineRow = Report['declines'][number];

/** Why patients said no: each reason drawn with its methods, listed by week and method. */
export function Declines({ declines }: { declines: readonly DeclineRow[] }) {
  const { reports: words, methods } = frontdeskWords();
  if (declines.length === 0) return <p>{words.declinesNone}</p>;
  const bars = byReason(declines);
  const most = Math.max(...bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0)));
  return (
    <Pair
      drawing={
        <>
          <Bars bars={bars} most={most} />
          <Legend entries={METHODS.map((method) => ({ fill: methodFills[method], label: methods[method] }))} />
        </>
      }
    >
      <NumberTable
        caption={words.declines}
        items={declines}
        keyOf={({ week, method, reason, reasonText }) => `${week} ${method} ${reason} ${reasonText}`}
        columns={[
          { head: words.reason, render: ({ reasonText }) => reasonText },
          { head: words.week, render: ({ week }) => shortDay(week), whole: true },
          { head: words.method, render: ({ method }) => methods[method] },
          { head: words.times, render: ({ count }) => count, number: true },
        ]}
      />
    </Pair>
  );
}

/** The most frequent first. */
function byReason(declines: readonly DeclineRow[]): Bar[] {
  const groups = [...Map.groupBy(declines, ({ reason, reasonText }) => `${reason} ${reasonText}`).values()];
  const countOf = (rows: readonly DeclineRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);
  return groups
    .toSorted((one, other) => countOf(other) - countOf(one))
    .map((rows) => ({
      label: rows[0]?.reasonText ?? '',
      parts: METHODS.map((method) => ({
        fill: methodFills[method],
        count: countOf(rows.filter((row) => row.method === method)),
      })),
    }));
}
