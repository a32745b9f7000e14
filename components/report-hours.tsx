import { hours as hoursOfADay, type Report } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';
import { hourWord, rateWord, rowsAddress, weekdayWord, weekOrder } from './report-words';
import { RowLink } from './row-link';
import { counted } from './when';

type Props = { query: ReportQuery; hours: Report['hours']; m: AllMessages };

/** The missed rate of each weekday and hour: the darker, the more; the table behind says it in numbers. */
export function ReportHours({ query, hours, m }: Props) {
  const { reports } = m;
  return (
    <>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-tiny text-quiet">
        <div className="grid grid-rows-7">
          {weekOrder.map((weekday) => (
            <span key={weekday} className="self-center">
              {weekdayWord(weekday, m)}
            </span>
          ))}
        </div>
        <svg viewBox="0 0 24 7" preserveAspectRatio="none" className="h-44 w-full" aria-hidden="true">
          {weekOrder.map((weekday, y) =>
            hoursOfADay.map((hour) => {
              const { part, whole, share } = hours[weekday]![hour]!;
              const cell = <rect x={hour + 0.04} y={y + 0.05} width={0.92} height={0.9} {...toneOf(share)} />;
              const place = `${weekday} ${hour}`;
              if (whole === 0) return <g key={place}>{cell}</g>;
              return (
                <a key={place} href={rowsAddress(query, { rows: 'calls', weekday, hour })} tabIndex={-1}>
                  {/* One text: of several the server draws none into a title. */}
                  <title>{`${weekdayWord(weekday, m)} ${hourWord(hour)}: ${reports.cell(counted(part, m), counted(whole, m))}`}</title>
                  {cell}
                </a>
              );
            }),
          )}
        </svg>
        <p className="col-start-2 grid grid-cols-4">
          {[0, 6, 12, 18].map((hour) => (
            <span key={hour}>{hourWord(hour)}</span>
          ))}
        </p>
        <p className="col-start-2 flex items-center gap-1.5 pt-1">
          <Swatch share={null} />
          {reports.noCalls}
          <Swatch share={0} />
          {reports.fewToMany[0]}
          <Swatch share={0.5} />
          <Swatch share={1} />
          {reports.fewToMany[1]}
        </p>
      </div>
      <details>
        <summary className="text-small text-middle hover:text-strong">{reports.asTable}</summary>
        <div className="overflow-x-auto">
          <HourTable query={query} hours={hours} m={m} />
        </div>
      </details>
    </>
  );
}

function HourTable({ query, hours, m }: Props) {
  const { reports } = m;
  return (
    <table className="w-full max-w-[720px] text-right">
      <caption className="sr-only">{reports.byHour}</caption>
      <thead>
        <tr className="border-b border-line text-quiet *:py-1.5 *:font-medium">
          <th scope="col" className="text-left">
            {reports.hour}
          </th>
          {weekOrder.map((weekday) => (
            <th key={weekday} scope="col">
              {weekdayWord(weekday, m)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hoursOfADay.map((hour) => (
          <tr key={hour} className="border-b border-line *:py-1 *:font-normal">
            <th scope="row" className="text-left">
              {hourWord(hour)}
            </th>
            {weekOrder.map((weekday) => {
              const { part, whole, share } = hours[weekday]![hour]!;
              return (
                <td key={weekday} title={reports.cell(counted(part, m), counted(whole, m))}>
                  <RowLink to={rowsAddress(query, { rows: 'calls', weekday, hour })} count={whole}>
                    {rateWord(share, m)}
                  </RowLink>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Swatch({ share }: { share: number | null }) {
  return (
    <svg viewBox="0 0 1 1" className="ml-2 size-3" aria-hidden="true">
      <rect width={1} height={1} {...toneOf(share)} />
    </svg>
  );
}

/** An hour without calls is no good hour. */
function toneOf(share: number | null): { className: string; fillOpacity?: number } {
  if (share === null) return { className: 'fill-chip' };
  return share === 0
    ? { className: 'fill-reached', fillOpacity: 0.45 }
    : { className: 'fill-overdue', fillOpacity: 0.2 + 0.8 * share };
}
