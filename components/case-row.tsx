import clsx from 'clsx';
import type { MouseEvent } from 'react';
import { CallerCell } from './caller-cell';
import type { Row } from './held-rows';
import { LastTry } from './last-try';
import { Moment } from './moment';
import { RowActions } from './row-actions';
import { type RowEvents, rowId } from './row-events';
import { StateMark } from './state-mark';
import { asCell, asRow } from './table-roles';
import { useMessages } from './use-messages';
import { WaitingCell } from './waiting-cell';
import { ringSpan } from './when';
import { didWord } from './words';

type Props = {
  row: Row;
  now: number;
  zone: string;
  isSelected: boolean;
  isOpened: boolean;
  isTabStop: boolean;
  hasDraft: boolean;
  on: RowEvents;
};

/** One caller waiting about one of our numbers. */
export function CaseRow({ row, now, zone, isSelected, isOpened, isTabStop, hasDraft, on }: Props) {
  const { key, case: shownCase, isGone } = row;
  const ringMs = shownCase.calls[0]?.ringMs ?? null;
  const open = (event: MouseEvent) => {
    if (isOnControl(event) || window.getSelection()?.toString()) return;
    on.onToggle(key);
  };
  return (
    <tr
      {...asRow}
      id={rowId(key)}
      className={clsx('row', isGone && 'text-quiet')}
      data-selected={isSelected || undefined}
      data-opened={isOpened || undefined}
      data-gone={isGone || undefined}
      data-standing={(!isGone && (shownCase.claimedBy ?? shownCase.wakesAt) !== null) || undefined}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => on.onSelect(key)}
      onClick={open}
    >
      <td {...asCell} className="state">
        <StateMark row={row} now={now} />
      </td>
      <CallerCell shownCase={shownCase} isGone={isGone} hasDraft={hasDraft} />
      <td {...asCell} className="number truncate">
        {didWord(shownCase.did)}
      </td>
      <td {...asCell} className="missed truncate">
        <Moment at={shownCase.lastMissedAt} since={shownCase.firstMissedAt} isNarrow now={now} zone={zone} />
      </td>
      <td
        {...asCell}
        className={clsx('rang truncate', isGone || 'text-middle')}
        data-unknown={ringMs === null || undefined}
      >
        {ringMs === null ? <Unknown /> : <RangFor ms={ringMs} />}
      </td>
      <td {...asCell} className="try truncate">
        <LastTry row={row} now={now} zone={zone} />
      </td>
      <WaitingCell row={row} now={now} />
      <RowActions row={row} isOpened={isOpened} on={on} />
    </tr>
  );
}

function RangFor({ ms }: { ms: number }) {
  const m = useMessages();
  return (
    <>
      <span className="md:hidden">rang </span>
      {ringSpan(ms / 1000, m)}
    </>
  );
}

function Unknown() {
  return (
    <span title="The records do not say how long it rang">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not known</span>
    </span>
  );
}

function isOnControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button') !== null;
}
