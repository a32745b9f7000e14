import clsx from 'clsx';
import type { Row } from './held-rows';
import { isPastTarget, rowState, waitedMs } from './row-state';
import { againstTarget } from './state-reason';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { span } from './when';

/** How long the caller has been waiting; past the target with a mark beside the colour. */
export function WaitingCell({ row, now, zone }: { row: Row; now: number; zone: string }) {
  const m = useMessages();
  const { case: shownCase, isGone } = row;
  const state = isGone ? null : rowState(shownCase, now);
  const isLate = !isGone && isPastTarget(shownCase, now);
  const tone = isLate ? 'text-overdue' : state === 'due-soon' ? 'text-soon' : undefined;
  const isQueued = !isGone && (shownCase.state === 'open' || shownCase.state === 'attempted');
  return (
    <td
      {...asCell}
      className={clsx('waiting truncate max-md:font-semibold', tone)}
      title={isQueued ? againstTarget(shownCase.dueAt, now, zone, m) : undefined}
    >
      {span(waitedMs(shownCase, now), m)}
      {isLate && state === 'tried' && (
        <>
          <svg
            viewBox="0 0 12 12"
            className="ml-1 inline size-2 align-baseline"
            fill="currentColor"
            aria-hidden="true"
          >
            <path d="M6 .8 11.6 11H.4z" />
          </svg>
          <span className="sr-only">{m.row.overdueAloud}</span>
        </>
      )}
    </td>
  );
}
