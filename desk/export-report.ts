/** A table of the report, taken along as a file: the audit has it before it leaves. */

import type { Person } from '@/domain/person';
import type { ReportQuery } from '@/domain/report-query';
import type { ReportTable } from '@/domain/report-table';
import { auditRow } from './audit';
import { demand } from './permission';
import { type LoadedReport, loadReport } from './report';
import type { Desk } from './the-desk';

export async function exportReport(
  desk: Desk,
  by: Person,
  table: ReportTable,
  query: ReportQuery,
): Promise<LoadedReport> {
  demand(by, 'export');
  const { days, dids, people } = query;
  const about = {
    table,
    ...days,
    ...(dids.length > 0 && { did: dids.join(', ') }),
    ...(people.length > 0 && { who: people.map((name) => name ?? 'nobody').join(', ') }),
  };
  await desk.store.write((tx) => tx.saveAudit(auditRow(by, desk.clock(), 'exported a report', about)));
  return loadReport(desk, by, query);
}
