import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { DeskLink } from '@/components/desk-link';
import { PlainPage } from '@/components/plain-page';
import { reportAddress, rowsAddress } from '@/components/report-words';
import { RowsHeading } from '@/components/rows-heading';
import { deskDay } from '@/desk/desk-day';
import { loadReportRows } from '@/desk/report-rows';
import { parseRowsQuery } from '@/domain/report-rows';
import { type Asked, paramsOf } from '../asked';
import { RowsList } from './rows-list';

/** The calls or cases behind a number of the report. */
export default async function RowsPage({ searchParams }: { searchParams: Asked }) {
  const asked = await paramsOf(searchParams);
  const { desk, by } = await signedIn(`/reports/rows?${asked}`);
  const parsed = parseRowsQuery(asked, await deskDay(desk));
  if ('error' in parsed) return <PlainPage heading={parsed.error} />;
  const { days, dids, people, cursor, ...wanted } = parsed.query;
  const query = { days, dids, people };
  const frame = await loadPageFrame(desk, by);
  const m = await theMessages();
  const rows = await loadReportRows(desk, by, parsed.query);
  const first = rowsAddress(query, wanted);
  return (
    <DeskPage page="reports" heading={m.reports.rows[wanted.rows]} {...frame}>
      <div className="flex flex-col gap-4 py-4">
        <RowsHeading query={query} wanted={wanted} dids={frame.first.board.dids} m={m} />
        <RowsList rows={rows} />
        <p className="flex flex-wrap gap-1.5 px-4 md:px-5">
          <DeskLink to={reportAddress(query)} className="button max-md:h-10">
            {m.reports.toReport}
          </DeskLink>
          {cursor && (
            <DeskLink to={first} className="button max-md:h-10">
              {m.reports.fromFirstRow}
            </DeskLink>
          )}
          {rows.next && (
            <DeskLink to={`${first}&cursor=${rows.next}`} className="button max-md:h-10">
              {m.reports.furtherRows}
            </DeskLink>
          )}
        </p>
      </div>
    </DeskPage>
  );
}
