import clsx from 'clsx';
import type { CaseJson } from '@/domain/case-json';
import { DeskLink } from './desk-link';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { callerWord } from './words';

type Props = {
  shownCase: CaseJson;
  isGone: boolean;
  hasDraft: boolean;
  /** Where the case is shown at the side. */
  address: string;
  onOpen: () => void;
};

/** Who rang: the name over the number, or the number alone, and how often; a way to the case. */
export function CallerCell({ shownCase, isGone, hasDraft, address, onOpen }: Props) {
  const { row, callers } = useMessages();
  const { caller, missedCount, isShort, calls } = shownCase;
  return (
    <td {...asCell} className="caller min-w-0 leading-[1.25]">
      <span className="-m-1 flex min-w-0 items-center gap-2 overflow-hidden p-1">
        <DeskLink
          to={address}
          onGo={onOpen}
          className={clsx(
            'opens max-w-full shrink-0 truncate max-md:text-[15px] max-md:font-semibold',
            isGone || 'text-strong',
          )}
        >
          {callerWord(shownCase)}
        </DeskLink>
        {missedCount > 1 && (
          <span className="chip" title={row.rangTimes(missedCount)}>
            <span aria-hidden="true">×{missedCount}</span>
            <span className="sr-only">{row.rangTimes(missedCount)}</span>
          </span>
        )}
        {caller.isSpam && <span className="chip">{callers.spam}</span>}
        {isShort && <span className="chip">{row.shortRing}</span>}
        {calls[0]?.isOutOfHours && <span className="chip">{row.outOfHours}</span>}
        {hasDraft && <span className="chip">{row.noteNotSaved}</span>}
      </span>
      {caller.name && (
        <span className="block truncate text-tiny text-quiet max-md:hidden">{caller.display}</span>
      )}
    </td>
  );
}
