import type { Report } from '../../contract/reportsApi.ts';
import { language, localeOf } from '../../ui/language.ts';
import { shortDay } from '../../ui/moments.ts';
import { frontdeskWords } from '../text.ts';
import { Canvas, Legend, Pair, share, type Fill } from './Drawing.tsx';
import { NumberTable } from './NumberTable.tsx';
import { mondaysOf } from './period.ts';

type Week = { week: string; invited: number; enrolled: number; declined: number };

/** More columns than this are too thin to be seen: then only weeks with invitations are drawn. */
const MOST_COLUMNS = 60;

/** Each week's invitations as a column: how many have an account, how many said no. */
export function Weeks({ report }: { report: Report }) {
  const words = frontdeskWords().reports;
  return (
    <Pair
      drawing={
        <>
          <Columns weeks={drawnWeeks(report)} />
          <Legend
            entries={[
              { fill: 'full', label: words.enrolled },
              { fill: 'lines', label: words.declined },
              { fill: 'empty', label: words.invited },
            ]}
          />
        </>
      }
    >
      <NumberTable
        caption={words.weeks}
        items={report.weeks}
        keyOf={({ week, method }) => `${week} ${method}`}
        columns={[
          { head: words.week, render: ({ week }) => shortDay(week), whole: true },
          { head: words.method, render: ({ method }) => frontdeskWords().methods[method], whole: true },
          { head: words.invited, render: ({ invited }) => invited, number: true },
          { head: words.enrolled, render: ({ enrolled }) => enrolled, number: true },
          { head: words.declined, render: ({ declined }) => declined, number: true },
        ]}
      />
    </Pair>
  );
}

function drawnWeeks({ from, to, weeks }: Report): Week[] {
  const all = mondaysOf({ from, to });
  const drawn = all.length <= MOST_COLUMNS ? all : all.filter((monday) => weeks.some(({ week }) => week === monday));
  return drawn.map((monday) => {
    const here = weeks.filter(({ week }) => week === monday);
    const sum = (which: 'invited' | 'enrolled' | 'declined') => here.reduce((total, one) => total + one[which], 0);
    return { week: monday, invited: sum('invited'), enrolled: sum('enrolled'), declined: sum('declined') };
  });
}

function Columns({ weeks }: { weeks: readonly Week[] }) {
  const most = Math.max(1, ...weeks.map(({ invited }) => invited));
  const width = 100 / weeks.length;
  const each = Math.ceil(weeks.length / 4);
  return (
    <Canvas height="15em">
      {(fillOf) => (
        <>
          <text class="report-number" x="0" y="1em">
            {most}
          </text>
          <line class="report-line" x1="0" x2="100%" y1="1.5em" y2="1.5em" />
          <svg y="1.5em" width="100%" height="11em" overflow="visible">
            {weeks.map((week, place) => (
              <Column key={week.week} week={week} x={place * width} width={width} most={most} fillOf={fillOf} />
            ))}
          </svg>
          <line class="report-line" x1="0" x2="100%" y1="12.5em" y2="12.5em" />
          {weeks.map(({ week }, place) =>
            place % each === 0 ? (
              <text key={week} x={`${(place + 0.5) * width}%`} y="14em" text-anchor={place === 0 ? 'start' : 'middle'}>
                {monthAndDay(week)}
              </text>
            ) : null,
          )}
        </>
      )}
    </Canvas>
  );
}

type ColumnProps = { week: Week; x: number; width: number; most: number; fillOf: (fill: Fill) => string };

function Column({ week: { invited, enrolled, declined }, x, width, most, fillOf }: ColumnProps) {
  const part = (fill: Fill, count: number, below: number) =>
    count > 0 && (
      <rect
        class="report-bar"
        x={`${x + width * 0.15}%`}
        y={`${100 - share(below + count, most)}%`}
        width={`${width * 0.7}%`}
        height={`${share(count, most)}%`}
        fill={fillOf(fill)}
      />
    );
  return (
    <>
      {part('empty', invited, 0)}
      {part('full', enrolled, 0)}
      {part('lines', declined, enrolled)}
    </>
  );
}

function monthAndDay(day: string): string {
  const format = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(localeOf(language.value), format).format(new Date(`${day}T00:00:00Z`));
}
