import type { CallRowJson } from '@/domain/call-row';
import type { AllMessages } from '@/messages/all';
import { CallMark } from './call-mark';
import { DeskLink } from './desk-link';
import { Moment } from './moment';
import { useAllMessages } from './use-messages';
import { ringSpan } from './when';
import { didWord } from './words';

type Props = { calls: CallRowJson[]; now: number; zone: string };

/** Calls in rows; on a phone each is a card of lines. */
export function CallTable({ calls, now, zone }: Props) {
  const { find } = useAllMessages();
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{find.callsCaption}</caption>
      <thead className="border-b border-line text-left text-small text-quiet max-md:sr-only">
        <tr className="*:px-2 *:py-2 *:font-normal *:first:pl-5">
          <th scope="col">{find.began}</th>
          <th scope="col">{find.whatItWas}</th>
          <th scope="col">{find.caller}</th>
          <th scope="col">{find.number}</th>
          <th scope="col">{find.lasted}</th>
          <th scope="col">{find.colleague}</th>
          <th scope="col">
            <span className="sr-only">{find.caseOf}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {calls.map((call) => (
          <CallLine key={call.id} call={call} now={now} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function CallLine({ call, now, zone }: { call: CallRowJson; now: number; zone: string }) {
  const m = useAllMessages();
  const { caller, did, staff, caseId } = call;
  const who = caller.name ?? caller.display;
  return (
    <tr className="border-b border-line max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:px-4 max-md:py-2 md:h-[42px] md:*:px-2 md:*:first:pl-5">
      <td className="whitespace-nowrap text-middle max-md:order-2">
        <Moment at={call.startedAt} now={now} zone={zone} />
      </td>
      <td className="max-md:order-3">
        <CallMark call={call} />
      </td>
      <td className="max-w-72 max-md:order-1 max-md:grow max-md:basis-[calc(100%-5.5rem)]">
        {caller.key === null ? (
          <span>{who}</span>
        ) : (
          <DeskLink to={`/callers/${encodeURIComponent(caller.key)}`} className="hover:underline">
            {who}
          </DeskLink>
        )}
        {caller.name && <span className="block truncate text-tiny text-quiet">{caller.display}</span>}
      </td>
      <td className="text-middle max-md:order-4">{didWord(did)}</td>
      <td className="whitespace-nowrap text-middle max-md:order-5">{howLong(call, m)}</td>
      <td className="text-middle max-md:order-6">{staff}</td>
      <td className="max-md:order-1">
        {caseId && (
          <DeskLink to={`/cases/${encodeURIComponent(caseId)}`} className="button max-md:h-9">
            {m.find.caseOf}
            <span className="sr-only"> {who}</span>
          </DeskLink>
        )}
      </td>
    </tr>
  );
}

/** How long it rang where nobody spoke; else how long they spoke, or, where no record says that, how long it took. */
function howLong({ verdict, ringMs, talkSeconds }: CallRowJson, m: AllMessages): string | null {
  if (talkSeconds !== null && talkSeconds > 0) return m.find.talked(ringSpan(talkSeconds, m));
  if (ringMs === null) return null;
  const span = ringSpan(ringMs / 1000, m);
  return verdict === 'answered' || verdict === 'menu_only' ? m.find.took(span) : m.find.rang(span);
}
