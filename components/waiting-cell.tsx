import clsx from 'clsx';
import type { Row } from './held-rows';
import { isPastTarget, rowState, waitedMs } from './row-state';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { span } from './when';

/** How long the caller has been waiting; past the target with a mark beside the colour. */
export function WaitingCell({ row, now }: { row: Row; now: number }) {
  const m = useMessages();
  const { case: shownCase, isGone } = row;
  const state = isGone ? null : rowState(shownCase, now);
  const isLate = !isGone && isPastTarget(shownCase, now);
  const tone = isLate ? 'text-overdue' : state === 'due-soon' ? 'text-soon' : undefined;
  return (
    <td {...asCell} className={clsx('waiting truncate max-md:font-semibold', tone)}>
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
          <span className="sr-only">, overdue</span>
        </>
      )}
    </td>
  );
}
