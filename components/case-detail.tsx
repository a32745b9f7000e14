import { CaseTimeline } from './case-timeline';
import type { Row } from './held-rows';
import { NoteField } from './note-field';
import { OutcomeButtons } from './outcome-buttons';
import { detailId, type NoteDrafts, type RowEvents } from './row-events';
import { asCell, asRow } from './table-roles';
import { callerWord } from './words';

type Props = { row: Row; drafts: NoteDrafts; now: number; zone: string; on: RowEvents };

/** The opened row: what happened so far on one side, what can be said about it on the other. */
export function CaseDetail({ row, drafts, now, zone, on }: Props) {
  const { key, case: shownCase } = row;
  return (
    <tr {...asRow} id={detailId(key)} className="block border-b border-line bg-panel">
      <td {...asCell} colSpan={8} className="block px-4 pt-4 pb-5 md:px-5">
        <section
          aria-label={`Calls of ${callerWord(shownCase)}`}
          className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,660px)_minmax(300px,360px)]"
        >
          <div className="flex flex-col gap-3 lg:order-2">
            <OutcomeButtons row={row} now={now} zone={zone} on={on} />
            <NoteField key={drafts.roundOf(key)} rowKey={key} draft={drafts.textOf(key)} on={on} />
          </div>
          <CaseTimeline shownCase={shownCase} now={now} zone={zone} />
        </section>
      </td>
    </tr>
  );
}
