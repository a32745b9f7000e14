import type { Row } from './held-rows';
import { ago, exactTime } from './when';
import { reasonWord } from './words';

type Props = { row: Row; now: number; zone: string };

/** What we did about it last: who tried and when, or how it was settled. */
export function LastTry({ row, now, zone }: Props) {
  const { case: shownCase, isGone, isVanished } = row;
  if (shownCase.state === 'closed') {
    const by = shownCase.closedBy ?? 'nobody';
    return (
      <span title={shownCase.closedAt ? exactTime(shownCase.closedAt, zone) : undefined}>
        <bdi>{isGone ? reasonWord(shownCase) : by}</bdi>
        {shownCase.closedAt && <span className="text-quiet">, {ago(shownCase.closedAt, now)}</span>}
      </span>
    );
  }
  if (isVanished) return 'Answered after all';
  if (isGone) return 'No longer waiting';
  if (!shownCase.lastAttemptAt) return <span className="text-quiet">nobody yet</span>;
  return (
    <span title={exactTime(shownCase.lastAttemptAt, zone)}>
      <bdi>{shownCase.lastAttemptBy ?? 'We'}</bdi>, {ago(shownCase.lastAttemptAt, now)}
    </span>
  );
}
