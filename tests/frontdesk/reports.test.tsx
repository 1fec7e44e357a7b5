import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { Report } from '../../src/contract/reportsApi.ts';
import { lastDays, mondaysOf, readPeriod } from '../../src/frontdesk/reports/period.ts';
import { aSession } from './builders.ts';
import { heading, openConsole } from './console.tsx';
import { fakeServer, loggedIn } from './fakeServer.ts';

const REPORT = 'GET /api/staff/reports';

function aReport(change: Partial<Report> = {}): Report {
  return {
    from: '2026-01-05',
    to: '2026-01-18',
    funnel: { invited: 8, open: 2, signed: 4, enrolled: 4, declined: 2, cancelled: 0 },
    weeks: [
      { week: '2026-01-05', method: 'tablet', invited: 5, enrolled: 3, declined: 1 },
      { week: '2026-01-12', method: 'paper', invited: 3, enrolled: 1, declined: 1 },
    ],
    hoursToEnrol: {
      median: 5,
      slowest: 60,
      under: [
        { hours: 24, count: 3 },
        { hours: 72, count: 4 },
      ],
    },
    declines: [
      { week: '2026-01-05', method: 'tablet', reason: 'cost', reasonText: 'I am worried about the cost', count: 2 },
    ],
    ...change,
  };
}

async function showing(path: string, report = aReport()) {
  const server = fakeServer({ ...loggedIn(aSession({}, 'administrator')), [REPORT]: () => report });
  const user = openConsole(path);
  await heading('Reports');
  return { server, user };
}
const rowsOf = async (region: string) =>
  within(await screen.findByRole('region', { name: region }))
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));

test('each drawing has its numbers in a table, and is itself hidden from screen readers', async () => {
  await showing('/reports?from=2026-01-05&to=2026-01-18');
  expect(await rowsOf('From invitation to account')).toContainEqual(['Account created', '4', '50%']);
  expect(await rowsOf('Week by week')).toContainEqual(['Jan 12, 2026', 'On Paper', '3', '1', '1']);
  expect(await rowsOf('Time to enroll')).toContainEqual(['3 days', '4']);
  expect(await rowsOf('Why patients said no')).toContainEqual([
    'I am worried about the cost',
    'Jan 5, 2026',
    'On Tablet',
    '2',
  ]);
  expect(screen.getByText('Half took 5 hours or less. The slowest took 3 days.')).toBeVisible();
  for (const drawing of document.querySelectorAll('main svg'))
    expect(drawing.closest('[aria-hidden="true"]')).not.toBeNull();
});

test('the period is in the address, and in the files', async () => {
  const { server } = await showing('/reports?from=2026-01-05&to=2026-01-18');
  const link = await screen.findByRole('link', { name: 'Weeks (CSV)' });
  expect(link).toHaveAttribute('href', '/api/staff/reports/weeks.csv?from=2026-01-05&to=2026-01-18&language=en');
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-01-12' } });
  await waitFor(() => expect(location.search).toBe('?from=2026-01-12&to=2026-01-18'));
  await waitFor(() => expect(server.asked(REPORT).at(-1)?.path).toContain('from=2026-01-12'));
});

test('a period that ends before it begins is not asked for', async () => {
  const { server } = await showing('/reports?from=2026-02-01&to=2026-01-01');
  expect(await screen.findByRole('alert')).toHaveTextContent('ends before it begins');
  expect(server.asked(REPORT)).toHaveLength(0);
});

test('nothing happened: it is said, and nothing is drawn', async () => {
  const funnel = { invited: 0, open: 0, signed: 0, enrolled: 0, declined: 0, cancelled: 0 };
  await showing('/reports', aReport({ funnel, weeks: [], declines: [] }));
  expect(await screen.findByText('Nobody was invited in this period.')).toBeVisible();
  expect(screen.queryByRole('table')).toBeNull();
});

test('the usual period is twelve weeks up to today, and half-typed years are none', () => {
  expect(readPeriod({}, '2026-03-29')).toEqual({ from: '2026-01-05', to: '2026-03-29' });
  expect(readPeriod({ from: '0202-01-01', to: '2026-02-30x' }, '2026-03-29')).toEqual(lastDays(84, '2026-03-29'));
  expect(mondaysOf({ from: '2026-01-07', to: '2026-01-19' })).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
});
