import type { CaseJson } from '@/domain/case-json';
import { personOf } from '@/domain/report';
import { DeskLink } from './desk-link';
import { Moment } from './moment';
import { StateMark } from './state-mark';
import { useAllMessages } from './use-messages';
import { callerWord, didWord } from './words';

type Props = { cases: CaseJson[]; now: number; zone: string };

/** Cases in rows, each a way to its story; on a phone each is a card of lines. */
export function ReportCases({ cases, now, zone }: Props) {
  const { find, reports } = useAllMessages();
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{reports.casesCaption}</caption>
      <thead className="border-b border-line text-left text-small text-quiet max-md:sr-only">
        <tr className="*:px-2 *:py-2 *:font-normal *:first:pl-5">
          <th scope="col">{reports.clockStarted}</th>
          <th scope="col">{reports.state}</th>
          <th scope="col">{find.caller}</th>
          <th scope="col">{find.number}</th>
          <th scope="col">{find.columns.missedCount}</th>
          <th scope="col">{reports.by}</th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {cases.map((shown) => (
          <tr
            key={shown.id}
            className="border-b border-line max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:px-4 max-md:py-2 md:h-[42px] md:*:px-2 md:*:first:pl-5"
          >
            <td className="whitespace-nowrap text-middle max-md:order-2">
              <Moment at={shown.clockStartsAt} now={now} zone={zone} />
            </td>
            <td className="max-md:order-2">
              <StateMark row={{ key: shown.id, case: shown, isGone: false }} now={now} />
            </td>
            <td className="max-w-72 max-md:order-1 max-md:basis-full">
              <DeskLink to={`/cases/${encodeURIComponent(shown.id)}`} className="hover:underline">
                <bdi>{callerWord(shown)}</bdi>
              </DeskLink>
              {shown.caller.name && (
                <span className="block truncate text-tiny text-quiet">{shown.caller.display}</span>
              )}
            </td>
            <td className="text-middle max-md:order-3">{didWord(shown.did)}</td>
            <td className="text-middle max-md:order-4">{shown.missedCount}</td>
            <td className="text-middle max-md:order-5">{personOf(shown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
