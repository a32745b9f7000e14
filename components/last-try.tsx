import type { CaseJson } from '@/domain/case-json';
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
    const by = shownCase.closedBy ?? withoutName(shownCase);
    return (
      <span title={shownCase.closedAt ? exactTime(shownCase.closedAt, zone, m) : undefined}>
        <bdi>{isGone ? reasonWord(shownCase, m) : by}</bdi>
        {shownCase.closedAt && <span className="text-quiet">, {ago(shownCase.closedAt, now, m)}</span>}
      </span>
    );
  }
  if (isVanished) return 'Answered after all';
  if (isGone) return 'No longer waiting';
  if (shownCase.claimedBy) {
    return (
      <span className="font-medium">
        <bdi>{shownCase.claimedBy}</bdi> is on it
      </span>
    );
  }
  if (shownCase.wakesAt) {
    return (
      <span title={exactTime(shownCase.wakesAt, zone, m)}>
        until {shortTime(shownCase.wakesAt, now, zone, m)}
      </span>
    );
  }
  if (!shownCase.lastAttemptAt) return <span className="text-quiet">nobody yet</span>;
  return (
    <span title={exactTime(shownCase.lastAttemptAt, zone, m)}>
      {shownCase.lastAttemptBy && <bdi>{shownCase.lastAttemptBy}, </bdi>}
      {ago(shownCase.lastAttemptAt, now, m)}
      {!shownCase.lastAttemptBy && ', no answer'}
    </span>
  );
}

/** Where the record names no colleague, or nobody did it. */
function withoutName({ outcome }: CaseJson): string {
  if (outcome === 'reached_by_us') return 'a call of ours';
  return outcome === 'reached_by_them' ? 'their own call' : 'nobody in time';
}
