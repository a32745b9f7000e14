import type { Row } from './held-rows';
import type { RowEvents } from './row-events';
import { asCell } from './table-roles';
import { useMessages } from './use-messages';
import { callerWord } from './words';

type Props = { row: Row; isPicked: boolean; onPick: NonNullable<RowEvents['onPick']> };

/** Picks the row for an act on many; with Shift every row as far as this one. */
export function RowCheck({ row, isPicked, onPick }: Props) {
  const { acts } = useMessages().row;
  return (
    <td {...asCell} className="check needs-script">
      <label>
        <input
          type="checkbox"
          aria-label={acts.select(callerWord(row.case))}
          checked={isPicked}
          disabled={row.isGone}
          onChange={(event) => onPick(row.key, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
    </td>
  );
}
