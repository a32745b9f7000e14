import { Fragment } from 'react';
import { CaseDetail } from './case-detail';
import { CaseRow } from './case-row';
import type { Row } from './held-rows';
import type { NoteDrafts, RowEvents } from './row-events';
import { asColumnHeader, asRow, asRowGroup, asTable } from './table-roles';
import type { View } from './views';

type Props = {
  rows: Row[];
  view: View;
  caption: string;
  selectedKey: string | null;
  opened: ReadonlySet<string>;
  drafts: NoteDrafts;
  now: number;
  zone: string;
  on: RowEvents;
};

/** The rows of the desk, one per caller and DID; an opened one shows its calls beneath it. */
export function CaseTable({ rows, view, caption, selectedKey, opened, drafts, now, zone, on }: Props) {
  const tabStop = rows.some((row) => row.key === selectedKey) ? selectedKey : rows[0]?.key;
  return (
    <table {...asTable} className="cases w-full" aria-label={caption}>
      <thead {...asRowGroup}>
        <tr {...asRow} className="row text-small text-middle">
          {columns(view).map(([word, className]) => (
            <th key={word} {...asColumnHeader} scope="col" className={`text-left font-normal ${className}`}>
              {word}
            </th>
          ))}
          <th {...asColumnHeader} scope="col" className="sr-only">
            Actions
          </th>
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <CaseRow
              row={row}
              now={now}
              zone={zone}
              isSelected={row.key === selectedKey}
              isOpened={opened.has(row.key)}
              isTabStop={row.key === tabStop}
              hasDraft={drafts.has(row.key)}
              on={on}
            />
            {opened.has(row.key) && <CaseDetail row={row} drafts={drafts} now={now} zone={zone} on={on} />}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function columns(view: View): [word: string, className: string][] {
  return [
    ['State', 'state'],
    ['Caller', 'caller'],
    ['Number', 'number'],
    ['Missed', 'missed'],
    ['Rang', 'rang'],
    [view === 'closed' ? 'Settled by' : 'Our last try', 'try'],
    [view === 'closed' ? 'Waited' : 'Waiting', 'waiting'],
  ];
}
