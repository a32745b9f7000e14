import type { CaseJson } from '@/domain/case-json';
import type { Messages } from '@/messages/en';
import { Avatar } from './avatar';
import type { Row } from './held-rows';
import { useMessages } from './use-messages';
import { ago, exactTime, shortTime } from './when';
import { reasonWord } from './words';

type Props = { row: Row; now: number; zone: string };

/** What we did about it last: who tried and when, or how it was settled. */
export function LastTry({ row, now, zone }: Props) {
  const m = useMessages();
  const { case: shownCase, isGone, isVanished } = row;
  if (shownCase.state === 'closed') {
    const by = shownCase.closedBy ?? withoutName(shownCase, m);
    return (
      <span title={shownCase.closedAt ? exactTime(shownCase.closedAt, zone, m) : undefined}>
        <bdi>{isGone ? reasonWord(shownCase, m) : by}</bdi>
        {shownCase.closedAt && <span className="text-quiet">, {ago(shownCase.closedAt, now, m)}</span>}
      </span>
    );
  }
  if (isVanished) return m.row.answeredAfterAll;
  if (isGone) return m.row.noLongerWaiting;
  if (shownCase.claimedBy) {
    return (
      <span className="inline-flex max-w-full items-center gap-1.5 align-middle font-medium">
        <Avatar name={shownCase.claimedBy} />
        <bdi className="truncate">{m.row.isOnIt(shownCase.claimedBy)}</bdi>
      </span>
    );
  }
  if (shownCase.wakesAt) {
    return (
      <span title={exactTime(shownCase.wakesAt, zone, m)}>
        {m.row.until(shortTime(shownCase.wakesAt, now, zone, m))}
      </span>
    );
  }
  if (!shownCase.lastAttemptAt) return <span className="text-quiet">{m.row.nobodyYet}</span>;
  return (
    <span title={exactTime(shownCase.lastAttemptAt, zone, m)}>
      {shownCase.lastAttemptBy && <bdi>{shownCase.lastAttemptBy}, </bdi>}
      {ago(shownCase.lastAttemptAt, now, m)}, {m.row.noAnswer}
    </span>
  );
}

/** Where the record names no colleague, or nobody did it. */
function withoutName({ outcome }: CaseJson, { row }: Messages): string {
  if (outcome === 'reached_by_us') return row.byCallOfOurs;
  return outcome === 'reached_by_them' ? row.byTheirCall : row.byNobody;
}
