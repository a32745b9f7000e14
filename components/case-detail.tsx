import { CaseTimeline } from './case-timeline';
import { DeskLink } from './desk-link';
import type { Row } from './held-rows';
import { NoteField } from './note-field';
import { OutcomeButtons } from './outcome-buttons';
import { detailId, type NoteDrafts, type RowEvents } from './row-events';
import { asCell, asRow } from './table-roles';
import { TargetLine } from './target-line';
import { useMessages } from './use-messages';
import { callerWord } from './words';

type Props = {
  row: Row;
  /** Its acts and its note are at the side. */
  isAtSide: boolean;
  drafts: NoteDrafts;
  now: number;
  zone: string;
  on: RowEvents;
};

/** The opened row: what happened so far on one side, what can be said about it on the other. */
export function CaseDetail({ row, isAtSide, drafts, now, zone, on }: Props) {
  const m = useMessages();
  const { key, case: shownCase } = row;
  return (
    <tr {...asRow} id={detailId(key)} className="block border-b border-line bg-panel">
      <td {...asCell} colSpan={9} className="block px-4 pt-4 pb-5 md:px-5">
        <section
          aria-label={m.row.callsOf(callerWord(shownCase))}
          className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,660px)_minmax(300px,360px)]"
        >
          {!isAtSide && (
            <div className="flex flex-col gap-3 lg:order-2">
              <OutcomeButtons row={row} now={now} zone={zone} on={on} />
              {on.onDecide && (
                <NoteField
                  key={drafts.roundOf(key)}
                  rowKey={key}
                  draft={drafts.textOf(key)}
                  onDecide={on.onDecide}
                  onDraft={on.onDraft}
                />
              )}
            </div>
          )}
          <div className="flex min-w-0 flex-col gap-1">
            <CaseTimeline shownCase={shownCase} now={now} zone={zone} />
            <TargetLine shownCase={shownCase} now={now} zone={zone} />
            <p>
              <DeskLink
                to={`/cases/${encodeURIComponent(shownCase.id)}`}
                className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
              >
                {m.row.why}
              </DeskLink>
            </p>
          </div>
        </section>
      </td>
    </tr>
  );
}
