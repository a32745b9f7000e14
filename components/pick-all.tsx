import type { Row } from './held-rows';
import { useMessages } from './use-messages';

type Props = { rows: Row[]; picked: ReadonlySet<string>; onPickAll: () => void };

/** Picks every row that is shown, or none; half of a mark where some are. */
export function PickAll({ rows, picked, onPickAll }: Props) {
  const m = useMessages();
  const isAll = rows.length > 0 && rows.every(({ key, isGone }) => isGone || picked.has(key));
  return (
    <label>
      <input
        ref={(box) => {
          if (box) box.indeterminate = picked.size > 0 && !isAll;
        }}
        type="checkbox"
        aria-label={m.row.acts.selectAll}
        checked={isAll && picked.size > 0}
        onChange={onPickAll}
      />
    </label>
  );
}
