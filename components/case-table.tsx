import { Fragment } from 'react';
import type { Messages } from '@/messages/en';
import { CaseRow } from './case-row';
import type { Row } from './held-rows';
import { laterWithTexts } from './later';
import { PickAll } from './pick-all';
import type { NoteDrafts, RowEvents } from './row-events';
import { asColumnHeader, asRow, asRowGroup, asTable } from './table-roles';
import { useMessages } from './use-messages';
import type { View } from './views';

/** Comes after the first load, for the first opened row. */
const CaseDetail = laterWithTexts(() => import('./case-detail').then((piece) => piece.CaseDetail), {
  isServed: false,
});

type Props = {
  rows: Row[];
  view: View;
  caption: string;
  selectedKey: string | null;
  /** The keys of the rows that are picked for an act on many. */
  picked: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  /** The key of the row whose case is at the side. */
  sideKey: string | null;
  /** Where a case is shown at the side. */
  addressOf: (caseId: string) => string;
  drafts: NoteDrafts;
  now: number;
  zone: string;
  on: RowEvents;
  onPickAll: () => void;
};

/** The rows of the desk, one per caller and DID; an opened one shows its calls beneath it. */
export function CaseTable(props: Props) {
  const { rows, view, caption, selectedKey, picked, opened, sideKey, addressOf, drafts, now, zone, on } =
    props;
  const m = useMessages();
  const tabStop = rows.some((row) => row.key === selectedKey) ? selectedKey : rows[0]?.key;
  return (
    <table
      {...asTable}
      className="cases w-full"
      aria-label={caption}
      data-picking={picked.size > 0 || undefined}
    >
      <thead {...asRowGroup}>
        <tr {...asRow} className="row text-small text-middle">
          {on.onPick && (
            <th {...asColumnHeader} scope="col" className="check needs-script">
              <PickAll rows={rows} picked={picked} onPickAll={props.onPickAll} />
            </th>
          )}
          {columns(view, m).map(([word, className]) => (
            <th
              key={className}
              {...asColumnHeader}
              scope="col"
              className={`text-left font-normal ${className}`}
            >
              {word}
            </th>
          ))}
          <th {...asColumnHeader} scope="col" className="sr-only">
            {m.row.columns.actions}
          </th>
        </tr>
      </thead>
      <tbody {...asRowGroup}>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <CaseRow
              row={row}
              address={addressOf(row.case.id)}
              now={now}
              zone={zone}
              isSelected={row.key === selectedKey}
              isPicked={picked.has(row.key)}
              isOpened={opened.has(row.key)}
              isTabStop={row.key === tabStop}
              hasDraft={drafts.has(row.key)}
              on={on}
            />
            {opened.has(row.key) && (
              <CaseDetail
                row={row}
                isAtSide={row.key === sideKey}
                drafts={drafts}
                now={now}
                zone={zone}
                on={on}
              />
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function columns(view: View, { row: { columns } }: Messages): [word: string, className: string][] {
  return [
    [columns.state, 'state'],
    [columns.caller, 'caller'],
    [columns.number, 'number'],
    [columns.missed, 'missed'],
    [columns.rang, 'rang'],
    [view === 'closed' ? columns.settledBy : columns.lastTry, 'try'],
    [view === 'closed' ? columns.waited : columns.waiting, 'waiting'],
  ];
}
