import type { ReactNode } from 'react';
import { type ReportQuery, reportParams } from '@/domain/report-query';
import type { ReportTable } from '@/domain/report-table';
import type { AllMessages } from '@/messages/all';
import { Download } from './icons';

type Props = {
  query: ReportQuery;
  table: ReportTable;
  heading: string;
  /** How its numbers are counted. */
  how?: string;
  /** Viewers take no file. */
  mayExport: boolean;
  m: AllMessages;
  children: ReactNode;
};

/** A part of the report under its heading, with its file. */
export function ReportSection({ query, table, heading, how, mayExport, m, children }: Props) {
  return (
    <section aria-labelledby={table} className="flex min-w-0 break-inside-avoid flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <h2 id={table} className="text-title font-semibold" title={how}>
          {heading}
        </h2>
        {mayExport && (
          <a
            href={`/api/reports.csv?table=${table}&${reportParams(query)}`}
            download
            aria-label={m.reports.csv(heading)}
            className="button ml-auto max-md:h-9 print:hidden"
          >
            <Download className="size-3.5" strokeWidth={1.75} />
            {m.reports.csvWord}
          </a>
        )}
      </div>
      {how && <p className="max-w-[80ch] text-small text-middle">{how}</p>}
      {children}
    </section>
  );
}
