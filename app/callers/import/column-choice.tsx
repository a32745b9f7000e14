'use client';

import { useAllMessages } from '@/components/use-messages';
import { type ColumnRole, columnRoles } from '@/domain/column-roles';
import type { ImportJson } from '@/domain/import-json';
import type { ImportAsked } from './import-post';

type Props = { found: ImportJson; onSettings: (given: Partial<ImportAsked>) => void };

/** So many columns are shown at once; of more, those that hold nothing of use are folded. */
const shownAtOnce = 8;

/** What each column holds, and what stands between them: found out by the desk, changed by hand. */
export function ColumnChoice({ found, onSettings }: Props) {
  const { callers } = useAllMessages();
  const all = found.columns.map((column, place) => ({ ...column, place }));
  const isLong = all.length > shownAtOnce;
  const used = all.filter(({ role }) => !isLong || role !== 'none');
  const others = all.filter(({ role }) => isLong && role === 'none');
  const choose = (place: number, role: ColumnRole) =>
    onSettings({ columns: found.columns.map((column, index) => (index === place ? role : column.role)) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 font-medium">{callers.columns}</legend>
      <div className="flex flex-wrap gap-3">
        {used.map((column) => (
          <Column key={column.place} column={column} onChoose={choose} />
        ))}
        <label className="flex w-44 flex-col gap-1">
          <span className="text-small">{callers.delimiter}</span>
          <select
            value={found.delimiter}
            onChange={(event) => onSettings({ delimiter: event.target.value, columns: undefined })}
            className="field w-full"
          >
            {Object.entries(callers.delimiters).map(([sign, word]) => (
              <option key={sign} value={sign}>
                {word}
              </option>
            ))}
          </select>
        </label>
      </div>
      {others.length > 0 && (
        <details>
          <summary className="min-h-6">{callers.otherColumns(others.length)}</summary>
          <div className="flex flex-wrap gap-3 pt-2">
            {others.map((column) => (
              <Column key={column.place} column={column} onChoose={choose} />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

type ColumnProps = {
  column: ImportJson['columns'][number] & { place: number };
  onChoose: (place: number, role: ColumnRole) => void;
};

function Column({ column: { head, sample, role, place }, onChoose }: ColumnProps) {
  const { callers } = useAllMessages();
  return (
    <label className="flex w-44 flex-col gap-1">
      <span className="truncate text-small">
        <bdi>{head || callers.column(place + 1)}</bdi>
      </span>
      <select
        value={role}
        onChange={(event) => onChoose(place, event.target.value as ColumnRole)}
        className="field w-full"
      >
        {columnRoles.map((one) => (
          <option key={one} value={one}>
            {callers.columnRoles[one]}
          </option>
        ))}
      </select>
      <span className="truncate text-small text-quiet">
        <bdi>{sample}</bdi>
      </span>
    </label>
  );
}
