import clsx from 'clsx';
import type { Row } from './held-rows';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { ringSpan } from './when';

/** How long it rang the last time (rules.md 13). */
export function RangCell({ row: { case: shownCase, isGone } }: { row: Row }) {
  const m = useMessages();
  const ringMs = shownCase.calls[0]?.ringMs ?? null;
  return (
    <td
      {...asCell}
      className={clsx('rang truncate', isGone || 'text-middle')}
      data-unknown={ringMs === null || undefined}
    >
      {ringMs === null ? (
        <span title={m.row.ringUnknown}>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{m.row.notKnown}</span>
        </span>
      ) : (
        <>
          <span className="md:hidden">{m.row.rang} </span>
          {ringSpan(ringMs / 1000, m)}
        </>
      )}
    </td>
  );
}
