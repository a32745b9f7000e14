import clsx from 'clsx';
import { type MouseEvent, memo } from 'react';
import { CallerCell } from './caller-cell';
import type { Row } from './held-rows';
import { LastTry } from './last-try';
import { Moment } from './moment';
import { RangCell } from './rang-cell';
import { RowActions } from './row-actions';
import { isPossible } from './row-acts';
import { RowCheck } from './row-check';
import { type RowEvents, rowId } from './row-events';
import { StateMark } from './state-mark';
import { asCell, asRow } from './table-roles';
import { useMessages } from './use-messages';
import { WaitingCell } from './waiting-cell';
import { didWord } from './words';

type Props = {
  row: Row;
  /** Where its case is shown at the side. */
  address: string;
  now: number;
  zone: string;
  isSelected: boolean;
  isPicked: boolean;
  isOpened: boolean;
  isTabStop: boolean;
  hasDraft: boolean;
  on: RowEvents;
};

/** One caller waiting about one of our numbers; drawn again only when something of it has changed. */
export const CaseRow = memo(function CaseRow(props: Props) {
  const { row, address, now, zone, isSelected, isPicked, isOpened, isTabStop, hasDraft, on } = props;
  const m = useMessages();
  const { key, case: shownCase, isGone } = row;
  const click = (event: MouseEvent) => {
    if (isOnControl(event)) return;
    if (on.onPick && (event.shiftKey || event.ctrlKey || event.metaKey)) on.onPick(key, event.shiftKey);
    else if (!window.getSelection()?.toString()) on.onOpen(key);
  };
  const isSwipable = on.onDecide !== null && !isGone && isPossible(shownCase, 'called_back');
  return (
    <tr
      {...asRow}
      id={rowId(key)}
      className={clsx('row', isGone && 'text-quiet')}
      data-key={key}
      data-selected={isSelected || undefined}
      data-picked={isPicked || undefined}
      data-opened={isOpened || undefined}
      data-gone={isGone || undefined}
      data-standing={(!isGone && (shownCase.claimedBy ?? shownCase.wakesAt) !== null) || undefined}
      data-swipe={isSwipable ? m.row.acts.calledBack : undefined}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => on.onSelect(key)}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={click}
    >
      {on.onPick && <RowCheck row={row} isPicked={isPicked} onPick={on.onPick} />}
      <td {...asCell} className="state">
        <StateMark row={row} now={now} zone={zone} />
      </td>
      <CallerCell
        shownCase={shownCase}
        isGone={isGone}
        hasDraft={hasDraft}
        address={address}
        onOpen={() => on.onOpen(key)}
      />
      <td {...asCell} className="number truncate">
        {didWord(shownCase.did)}
      </td>
      <td {...asCell} className="missed truncate">
        <Moment at={shownCase.lastMissedAt} since={shownCase.firstMissedAt} isNarrow now={now} zone={zone} />
      </td>
      <RangCell row={row} />
      <td {...asCell} className="try truncate">
        <LastTry row={row} now={now} zone={zone} />
      </td>
      <WaitingCell row={row} now={now} zone={zone} />
      <RowActions row={row} isOpened={isOpened} now={now} zone={zone} on={on} />
    </tr>
  );
});

function isOnControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, label, [popover]') !== null;
}
