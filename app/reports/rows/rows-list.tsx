'use client';

import { useDeskPage } from '@/app/desk-page';
import { CallTable } from '@/components/call-table';
import { ReportCases } from '@/components/report-cases';
import { useAllMessages } from '@/components/use-messages';
import type { ReportRows } from '@/desk/report-rows';

/** A page of calls or of cases, as they were when the number was counted. */
export function RowsList({ rows }: { rows: ReportRows }) {
  const { reports } = useAllMessages();
  const { now, zone } = useDeskPage();
  const list = 'calls' in rows ? rows.calls : rows.cases;
  if (list.length === 0)
    return <p className="px-6 py-24 text-center text-title font-semibold">{reports.noRows}</p>;
  if ('calls' in rows) return <CallTable calls={rows.calls} now={now} zone={zone} />;
  return <ReportCases cases={rows.cases} now={now} zone={zone} />;
}
