import type { Report } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';
import { rowsAddress, timeWord } from './report-words';
import { RowLink } from './row-link';
import { counted } from './when';

type Props = { query: ReportQuery; times: Report['times']; waiting: number; m: AllMessages };

/** How long callers waited for a call back: a table whose rows are bars; whoever still waits is its last row. */
export function ReportTimes({ query, times, waiting, m }: Props) {
  const { reports } = m;
  const most = Math.max(1, waiting, ...times.map(({ cases }) => cases));
  const rows = times.map(({ from, to, cases }) => ({
    word: timeWord(from, to, m),
    cases,
    tone: 'fill-accent',
    address: rowsAddress(query, { rows: 'called_back', minutes: from }),
  }));
  const still = { word: reports.waiting, cases: waiting, tone: 'fill-soon' };
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{reports.byTime}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{reports.time}</th>
          <th scope="col">{reports.cases}</th>
        </tr>
      </thead>
      <tbody>
        {[...rows, { ...still, address: rowsAddress(query, { rows: 'waiting' }) }].map(
          ({ word, cases, tone, address }) => (
            <tr key={word}>
              <th scope="row" className="w-36 py-1 pr-3 font-normal whitespace-nowrap text-middle">
                {word}
              </th>
              <td className="flex items-center gap-2 py-1">
                <svg
                  viewBox={`0 0 ${most} 1`}
                  preserveAspectRatio="none"
                  className="h-4 min-w-0 grow"
                  aria-hidden="true"
                >
                  <rect width={cases} height={1} className={tone} />
                </svg>
                <span className="w-14 shrink-0 text-right">
                  <RowLink to={address} count={cases}>
                    {counted(cases, m)}
                  </RowLink>
                </span>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
