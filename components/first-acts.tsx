import { ButtonKey } from './button-key';
import type { Row } from './held-rows';
import type { RowEvents } from './row-events';
import { SnoozeChoice } from './snooze-choice';

type Props = { row: Row; now: number; zone: string; on: RowEvents };

/** What comes before any outcome: to call, to say "I am on it", to put it off (rules.md 22). */
export function FirstActs({ row, now, zone, on }: Props) {
  const { key, case: shownCase, isGone } = row;
  const { e164, display } = shownCase.caller;
  const isSnoozed = shownCase.state === 'snoozed';
  const isClaimed = shownCase.claimedBy !== null;
  return (
    <div className="flex flex-wrap gap-1.5 max-md:*:grow">
      {e164 && !isGone && (
        <a href={`tel:${e164}`} className="button max-md:h-10">
          Call {display}
        </a>
      )}
      {(isClaimed || !isSnoozed) && (
        <button
          type="button"
          className="button max-md:h-10"
          disabled={isGone}
          onClick={() => on.onDecide(key, isClaimed ? 'release' : 'claim')}
        >
          {isClaimed ? 'Release' : 'Claim'}
          {!isClaimed && <ButtonKey of="m" />}
        </button>
      )}
      {isSnoozed && (
        <button
          type="button"
          className="button max-md:h-10"
          disabled={isGone}
          onClick={(event) => event.detail <= 1 && on.onDecide(key, 'reopen')}
        >
          Wake now
        </button>
      )}
      <SnoozeChoice
        isDisabled={isGone}
        now={now}
        zone={zone}
        onSnooze={(until) => on.onDecide(key, 'snooze', until)}
      />
    </div>
  );
}
