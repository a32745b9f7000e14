import { ReportDays } from '@/components/report-days';
import { ReportFigures } from '@/components/report-figures';
import { ReportFilters } from '@/components/report-filters';
import { ReportHours } from '@/components/report-hours';
import { ReportSection } from '@/components/report-section';
import { ReportTable } from '@/components/report-table';
import { ReportTimes } from '@/components/report-times';
import { daysWord } from '@/components/report-words';
import { dayOf } from '@/components/when';
import { didWord } from '@/components/words';
import type { LoadedReport } from '@/desk/report';
import type { BoardJson } from '@/domain/case-json';
import { mayDo, type Person } from '@/domain/person';
import { daysBefore, type ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';

type Props = {
  query: ReportQuery;
  report: LoadedReport;
  today: string;
  dids: BoardJson['dids'];
  by: Person;
  m: AllMessages;
};

/** The report from the choice of days to the table of people, drawn on the server alone. */
export function WholeReport({ query, report, today, dids, by, m }: Props) {
  const { reports } = m;
  const part = { query, m, mayExport: mayDo(by, 'export') };
  const shown = { query, m };
  return (
    <div className="report flex max-w-[1100px] flex-col gap-7 px-4 py-5 md:px-5">
      <ReportFilters {...shown} today={today} dids={dids} people={report.everybody} />
      <section aria-labelledby="figures" className="flex flex-col gap-2">
        <h2 id="figures" className="text-title font-semibold">
          {daysWord(query.days, m)}{' '}
          <span className="font-normal text-quiet">{reports.compared(...daysOfBefore(query, m))}</span>
        </h2>
        {query.people.length > 0 && <p className="text-small text-middle">{reports.callsOfAll}</p>}
        <ReportFigures {...shown} figures={report.figures} before={report.before} />
      </section>
      <ReportSection {...part} table="days" heading={reports.byDay} how={reports.how.days}>
        <ReportDays {...shown} days={report.days} />
      </ReportSection>
      <ReportSection {...part} table="hours" heading={reports.byHour} how={reports.how.hours}>
        <ReportHours {...shown} hours={report.hours} />
      </ReportSection>
      <ReportSection {...part} table="times" heading={reports.byTime} how={reports.how.times}>
        <ReportTimes {...shown} times={report.times} waiting={report.figures.waiting} />
      </ReportSection>
      <ReportSection {...part} table="dids" heading={reports.byNumber}>
        <ReportTable
          heading={reports.byNumber}
          first={reports.number}
          withCalls
          m={m}
          rows={report.dids.map(({ did, shown, figures }) => ({
            key: did,
            word: didWord(shown),
            query: { ...query, dids: [did] },
            figures,
          }))}
        />
      </ReportSection>
      <ReportSection {...part} table="people" heading={reports.byPerson} how={reports.how.people}>
        <ReportTable
          heading={reports.byPerson}
          first={reports.person}
          withCalls={false}
          m={m}
          rows={report.people.map(({ name, figures }) => ({
            key: name ?? '',
            word: name ?? reports.nobody,
            query: { ...query, people: [name] },
            figures,
          }))}
        />
      </ReportSection>
    </div>
  );
}

function daysOfBefore({ days }: ReportQuery, m: AllMessages): [string, string] {
  const { from, to } = daysBefore(days);
  return [dayOf(from, m), dayOf(to, m)];
}
