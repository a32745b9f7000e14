import { Ellipsis } from 'lucide-react';
import type { MouseEvent } from 'react';
import { dialOf } from './dial';
import type { Row } from './held-rows';
import { detailId, type RowEvents } from './row-events';
import { asCell } from './table-roles';
import { callerWord } from './words';

type Props = { row: Row; isOpened: boolean; on: RowEvents };

/** What can be done about a row without opening it: shown under the pointer and the focus. */
export function RowActions({ row, isOpened, on }: Props) {
  const { key, case: shownCase, isGone } = row;
  const { onDecide } = on;
  const dial = dialOf(shownCase);
  const who = <span className="sr-only"> {callerWord(shownCase)}</span>;
  // The second click of a double click would land on the next caller, who has moved up by then.
  const once = (act: () => void) => (event: MouseEvent) => {
    if (event.detail <= 1) act();
  };
  return (
    <td {...asCell} className="actions">
      {dial && !isGone && (
        <a href={`tel:${dial}`} className="button call">
          Call{who}
        </a>
      )}
      {onDecide && isClaimable(row) && (
        <button type="button" className="button needs-script" onClick={once(() => onDecide(key, 'claim'))}>
          Claim{who}
        </button>
      )}
      {onDecide && shownCase.state === 'closed' && (
        <button
          type="button"
          className="button needs-script"
          disabled={isGone}
          onClick={once(() => onDecide(key, 'reopen'))}
        >
          Reopen{who}
        </button>
      )}
      {onDecide && shownCase.state !== 'closed' && (
        <button
          type="button"
          className="button button-primary needs-script"
          disabled={isGone}
          onClick={once(() => onDecide(key, 'called_back'))}
        >
          Called back{who}
        </button>
      )}
      <button
        type="button"
        className="button more needs-script px-1.5"
        aria-expanded={isOpened}
        aria-controls={isOpened ? detailId(key) : undefined}
        onClick={() => on.onToggle(key)}
      >
        <Ellipsis className="size-4" aria-hidden="true" />
        <span className="sr-only">More about {callerWord(shownCase)}</span>
      </button>
    </td>
  );
}

function isClaimable({ case: { state, claimedBy }, isGone }: Row): boolean {
  return !isGone && claimedBy === null && (state === 'open' || state === 'attempted');
}
