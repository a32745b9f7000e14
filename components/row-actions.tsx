import type { MouseEvent } from 'react';
import { dialOf } from './dial';
import type { Row } from './held-rows';
import { Ellipsis } from './icons';
import { isPossible } from './row-acts';
import { detailId, type RowEvents } from './row-events';
import { SnoozeMenu } from './snooze-menu';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { callerWord } from './words';

type Props = { row: Row; isOpened: boolean; now: number; zone: string; on: RowEvents };

/** What can be done about a row without opening it: shown under the pointer and the focus. */
export function RowActions({ row, isOpened, now, zone, on }: Props) {
  const { acts } = useMessages().row;
  const { key, case: shownCase, isGone } = row;
  const { onDecide } = on;
  const dial = dialOf(shownCase);
  const caller = callerWord(shownCase);
  const who = <span className="sr-only"> {caller}</span>;
  // The second click of a double click would land on the next caller, who has moved up by then.
  const once = (act: () => void) => (event: MouseEvent) => {
    if (event.detail <= 1) act();
  };
  return (
    <td {...asCell} className="actions">
      {dial && !isGone && (
        <a href={`tel:${dial}`} className="button call">
          {acts.call}
          {who}
        </a>
      )}
      {onDecide && isClaimable(row) && (
        <button type="button" className="button needs-script" onClick={once(() => onDecide(key, 'claim'))}>
          {acts.claim}
          {who}
        </button>
      )}
      {onDecide && !isGone && isPossible(shownCase, 'snooze') && (
        <SnoozeMenu
          isSmall
          whom={caller}
          now={now}
          zone={zone}
          onSnooze={(until) => onDecide(key, 'snooze', until)}
        />
      )}
      {onDecide && shownCase.state === 'closed' && (
        <button
          type="button"
          className="button needs-script"
          disabled={isGone}
          onClick={once(() => onDecide(key, 'reopen'))}
        >
          {acts.reopen}
          {who}
        </button>
      )}
      {onDecide && shownCase.state !== 'closed' && (
        <button
          type="button"
          className="button button-primary needs-script"
          disabled={isGone}
          onClick={once(() => onDecide(key, 'called_back'))}
        >
          {acts.calledBack}
          {who}
        </button>
      )}
      <button
        type="button"
        className="button needs-script px-1.5"
        aria-expanded={isOpened}
        aria-controls={isOpened ? detailId(key) : undefined}
        onClick={() => on.onToggle(key)}
      >
        <Ellipsis className="size-4" />
        <span className="sr-only">{acts.moreAbout(caller)}</span>
      </button>
    </td>
  );
}

function isClaimable({ case: { state, claimedBy }, isGone }: Row): boolean {
  return !isGone && claimedBy === null && (state === 'open' || state === 'attempted');
}
