import type { CaseJson } from '@/domain/case-json';
import { useMessages } from './use-messages';
import { dayAndTime, shortTime } from './when';

type Props = { shownCase: CaseJson; now: number; zone: string };

/** Who is on it and until when, or until when it sleeps (rules.md 22). */
export function StandingLine({ shownCase, now, zone }: Props) {
  const m = useMessages();
  const { state, claimedBy, claimLapsesAt, wakesAt } = shownCase;
  const isSnoozed = state === 'snoozed' && wakesAt !== null;
  if (claimedBy === null && !isSnoozed) return null;
  return (
    <p>
      {claimedBy !== null && (
        <span className="block">
          <strong className="font-semibold">
            <bdi>{m.row.isOnIt(claimedBy)}</bdi>
          </strong>
          {claimLapsesAt && (
            <span className="text-middle"> {m.row.until(shortTime(claimLapsesAt, now, zone, m))}</span>
          )}
        </span>
      )}
      {isSnoozed && (
        <span className="block">
          <strong className="font-semibold">{m.row.states.snoozed}</strong>{' '}
          <span className="text-middle">{m.row.until(dayAndTime(wakesAt, zone, m))}</span>
        </span>
      )}
    </p>
  );
}
