import clsx from 'clsx';
import type { CaseJson } from '@/domain/case-json';
import { asCell } from './table-roles';

type Props = { shownCase: CaseJson; isGone: boolean; hasDraft: boolean };

/** Who rang: the name over the number, or the number alone, and how often. */
export function CallerCell({ shownCase, isGone, hasDraft }: Props) {
  const { caller, missedCount, isShort, calls } = shownCase;
  return (
    <td {...asCell} className="caller min-w-0 leading-[1.25]">
      <span className="flex min-w-0 items-center gap-2">
        <span className={clsx('truncate max-md:text-[15px] max-md:font-semibold', isGone || 'text-strong')}>
          {caller.name ?? caller.display}
        </span>
        {missedCount > 1 && (
          <span className="chip" title={`Rang ${missedCount} times`}>
            <span aria-hidden="true">×{missedCount}</span>
            <span className="sr-only">rang {missedCount} times</span>
          </span>
        )}
        {isShort && <span className="chip">short ring</span>}
        {calls[0]?.isOutOfHours && <span className="chip">out of hours</span>}
        {hasDraft && <span className="chip">note not saved</span>}
      </span>
      {caller.name && (
        <span className="block truncate text-tiny text-quiet max-md:hidden">{caller.display}</span>
      )}
    </td>
  );
}
