import { useLocation } from 'preact-iso';
import type { Report } from '../../contract/reportsApi.ts';
import type { Session } from '../../contract/staffApi.ts';
import { language } from '../../ui/language.ts';
import { calendarDay, useNow } from '../../ui/moments.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import * as doors from '../doors.ts';
import { LiveProblem } from '../LiveProblem.tsx';
import { Panel } from '../Panel.tsx';
import { frontdeskWords } from '../text.ts';
import { useLive } from '../useLive.ts';
import { Declines } from './Declines.tsx';
import { Funnel } from './Funnel.tsx';
import { periodQuery, readPeriod, todayIn, type Period } from './period.ts';
import { PeriodFields } from './PeriodFields.tsx';
import { TimeToEnrol } from './TimeToEnrol.tsx';
import { Weeks } from './Weeks.tsx';
import './Reports.css';

/** What became of invitations: each drawn, with the numbers beside it. */
export function ReportsPage({ session }: { session: Session }) {
  const words = frontdeskWords().reports;
  const today = todayIn(session.practice.zone, useNow());
  const period = readPeriod(useLocation().query, today);
  const right = period.from <= period.to;
  return (
    <Page title={words.title} lead={right && words.lead(calendarDay(period.from), calendarDay(period.to))}>
      <PeriodFields period={period} today={today} />
      {right ? (
        <Reported key={periodQuery(period).toString()} period={period} />
      ) : (
        <Notice kind="danger" live="alert">
          {words.wrongPeriod}
        </Notice>
      )}
    </Page>
  );
}

function Reported({ period }: { period: Period }) {
  const query = periodQuery(period);
  query.set('language', language.value);
  const { value, problem } = useLive(`report ${query.toString()}`, (signal) => doors.report(query, signal));
  return (
    <>
      <LiveProblem problem={problem} empty={!value} />
      {value && <Pictures report={value} />}
      {value && <Files query={query} />}
    </>
  );
}

function Pictures({ report }: { report: Report }) {
  const words = frontdeskWords().reports;
  if (report.funnel.invited === 0) {
    return (
      <div class="empty">
        <p>
          <b>{words.none}</b>
        </p>
        <p>{words.noneHint}</p>
      </div>
    );
  }
  return (
    <>
      <Panel title={words.funnel}>
        <Funnel funnel={report.funnel} />
      </Panel>
      <Panel title={words.weeks}>
        <Weeks report={report} />
      </Panel>
      <Panel title={words.time}>
        <TimeToEnrol report={report} />
      </Panel>
      <Panel title={words.declines}>
        <Declines declines={report.declines} />
      </Panel>
    </>
  );
}

function Files({ query }: { query: URLSearchParams }) {
  const words = frontdeskWords().reports;
  const tables = ['weeks', 'declines', 'invitations'] as const;
  return (
    <div class="no-print">
      <Panel title={words.download}>
        <p>{words.downloadHint}</p>
        <div class="row gap-1">
          {tables.map((table) => (
            <a key={table} class="button button-quiet" href={doors.reportFile(table, query)} download>
              {words.csv[table]}
            </a>
          ))}
        </div>
      </Panel>
    </div>
  );
}
