import { ButtonKey } from './button-key';
import { dialOf } from './dial';
import type { Row } from './held-rows';
import type { OnDecide } from './row-events';
import { SnoozeMenu } from './snooze-menu';
import { useMessages } from './use-messages';

type Props = { row: Row; now: number; zone: string; onDecide: OnDecide };

/** What comes before any outcome: to call, to say "I am on it", to put it off (rules.md 22). */
export function FirstActs({ row, now, zone, onDecide }: Props) {
  const { acts } = useMessages().row;
  const { key, case: shownCase, isGone } = row;
  const dial = dialOf(shownCase);
  const isSnoozed = shownCase.state === 'snoozed';
  const isClaimed = shownCase.claimedBy !== null;
  return (
    <div className="flex flex-wrap gap-1.5 max-md:*:grow">
      {dial && !isGone && (
        <a href={`tel:${dial}`} className="button max-md:h-10">
          {acts.call} {shownCase.caller.display}
        </a>
      )}
      {(isClaimed || !isSnoozed) && (
        <button
          type="button"
          className="button max-md:h-10"
          disabled={isGone}
          onClick={() => onDecide(key, isClaimed ? 'release' : 'claim')}
        >
          {isClaimed ? acts.release : acts.claim}
          {!isClaimed && <ButtonKey of="m" />}
        </button>
      )}
      {isSnoozed && (
        <button
          type="button"
          className="button max-md:h-10"
          disabled={isGone}
          onClick={(event) => event.detail <= 1 && onDecide(key, 'reopen')}
        >
          {acts.wake}
        </button>
      )}
      <SnoozeMenu
        isDisabled={isGone}
        now={now}
        zone={zone}
        onSnooze={(until) => onDecide(key, 'snooze', until)}
      />
    </div>
  );
}
