import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { PlainPage } from '@/components/plain-page';
import { deskDay } from '@/desk/desk-day';
import { loadReport } from '@/desk/report';
import { parseReportQuery } from '@/domain/report-query';
import { type Asked, paramsOf } from './asked';
import './report.css';
import { WholeReport } from './whole-report';

/** What the desk achieved in some days. */
export default async function ReportsPage({ searchParams }: { searchParams: Asked }) {
  const asked = await paramsOf(searchParams);
  const { desk, by } = await signedIn(asked.size > 0 ? `/reports?${asked}` : '/reports');
  const today = await deskDay(desk);
  const parsed = parseReportQuery(asked, today);
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;
  const frame = await loadPageFrame(desk, by);
  const m = await theMessages();
  const report = await loadReport(desk, by, parsed.query);
  return (
    <DeskPage page="reports" heading={m.row.palette.reports} {...frame}>
      <WholeReport
        query={parsed.query}
        report={report}
        today={today}
        dids={frame.first.board.dids}
        by={by}
        m={m}
      />
    </DeskPage>
  );
}
