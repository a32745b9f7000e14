import type { Report } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';
import { ofDay, rowsAddress } from './report-words';
import { RowLink } from './row-link';
import { counted, dayOf } from './when';

type Props = { query: ReportQuery; days: Report['days']; m: AllMessages };

/** Answered and missed on each day, the missed on top; the table behind says the same. */
export function ReportDays({ query, days, m }: Props) {
  const { reports } = m;
  const most = Math.max(1, ...days.map(({ answered, missed }) => answered + missed));
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-small text-middle">
        <Key tone="bg-reached" word={reports.answered} />
        <Key tone="bg-overdue" word={reports.missed} />
        <span className="ml-auto">{reports.most(counted(most, m))}</span>
      </p>
      <svg
        viewBox={`0 0 ${days.length} ${most}`}
        preserveAspectRatio="none"
        className="h-36 w-full border-b border-line"
        aria-hidden="true"
      >
        {days.map(({ day, answered, missed }, at) => (
          <a key={day} href={rowsAddress(ofDay(query, day), { rows: 'calls' })} tabIndex={-1}>
            <title>{reports.dayCell(dayOf(day, m), counted(answered, m), counted(missed, m))}</title>
            <rect x={at} width={1} height={most} className="fill-transparent hover:fill-hover" />
            <rect
              x={at + 0.1}
              width={0.8}
              y={most - answered}
              height={answered}
              className="pointer-events-none fill-reached"
            />
            <rect
              x={at + 0.1}
              width={0.8}
              y={most - answered - missed}
              height={missed}
              className="pointer-events-none fill-overdue"
            />
          </a>
        ))}
      </svg>
      <p aria-hidden="true" className="flex justify-between text-tiny text-quiet">
        <span>{dayOf(days[0]!.day, m)}</span>
        <span>{days.length > 1 && dayOf(days.at(-1)!.day, m)}</span>
      </p>
      <details>
        <summary className="text-small text-middle hover:text-strong">{reports.asTable}</summary>
        <table className="w-full max-w-[480px] text-left">
          <caption className="sr-only">{reports.byDay}</caption>
          <thead>
            <tr className="border-b border-line text-quiet *:py-1.5 *:font-medium">
              <th scope="col">{reports.day}</th>
              <th scope="col" className="text-right">
                {reports.answered}
              </th>
              <th scope="col" className="text-right">
                {reports.missed}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, answered, missed }) => (
              <tr key={day} className="border-b border-line *:py-1 *:font-normal">
                <th scope="row">{dayOf(day, m)}</th>
                <td className="text-right">
                  <RowLink to={rowsAddress(ofDay(query, day), { rows: 'answered' })} count={answered}>
                    {counted(answered, m)}
                  </RowLink>
                </td>
                <td className="text-right">
                  <RowLink to={rowsAddress(ofDay(query, day), { rows: 'missed' })} count={missed}>
                    {counted(missed, m)}
                  </RowLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Key({ tone, word }: { tone: string; word: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className={`size-2.5 rounded-[2px] print:border ${tone}`} />
      {word}
    </span>
  );
}
