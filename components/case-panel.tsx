import { AddNameLink } from './add-name-link';
import { callerAddress } from './caller-link';
import { CaseTimeline } from './case-timeline';
import { DeskLink } from './desk-link';
import type { Row } from './held-rows';
import { X } from './icons';
import { NoteField } from './note-field';
import { PanelActs } from './panel-acts';
import { RevealedNumber } from './revealed-number';
import { type NoteDrafts, panelHeadingId, type RowEvents } from './row-events';
import { StateMark } from './state-mark';
import { TargetLine } from './target-line';
import { useAllMessages } from './use-messages';
import { callerWord, didWord } from './words';

type Props = {
  /** The case as a row; null where there is none, undefined while nobody knows. */
  row: Row | null | undefined;
  /** Where it stands among the rows: "2 of 14", "2 of 50+". */
  standing: { place: number; of: string } | null;
  /** The rows without it. */
  closeAddress: string;
  isMasked: boolean;
  drafts: NoteDrafts;
  now: number;
  zone: string;
  on: RowEvents;
  onClose: () => void;
};

/** The case at the side of the rows: who, how it stands, what happened with the rule behind it, and a place for a note. */
export function CasePanel({ row, standing, closeAddress, onClose, ...props }: Props) {
  const { panel } = useAllMessages().row;
  return (
    <aside className="panel" aria-labelledby={panelHeadingId}>
      <header className="flex min-h-14 shrink-0 items-center gap-3 px-4">
        {row && <StateMark row={row} now={props.now} zone={props.zone} isExact />}
        <span className="ml-auto text-quiet tabular-nums">
          {standing && panel.place(standing.place, standing.of)}
        </span>
        <DeskLink to={closeAddress} onGo={onClose} className="button size-7 px-0 max-md:size-10">
          <X className="size-4" />
          <span className="sr-only">{panel.close}</span>
        </DeskLink>
      </header>
      {row ? <PanelCase key={row.key} row={row} {...props} /> : <NoCase isKnown={row === null} />}
    </aside>
  );
}

type CaseProps = Omit<Props, 'row' | 'standing' | 'closeAddress' | 'onClose'> & { row: Row };

function PanelCase({ row, isMasked, drafts, now, zone, on }: CaseProps) {
  const m = useAllMessages();
  const { panel } = m.row;
  const { key, case: shownCase } = row;
  const { caller, did, missedCount } = shownCase;
  const rang = missedCount > 2 ? panel.rangTimes : missedCount === 2 ? panel.rangTwice : panel.rang;
  return (
    <>
      <div className="flex shrink-0 flex-col gap-2.5 px-4 pb-3">
        <div>
          <h2 id={panelHeadingId} tabIndex={-1} className="text-[16px] font-semibold break-words">
            {callerWord(shownCase)}
          </h2>
          <p className="flex flex-wrap items-center gap-x-1.5 text-middle">
            {caller.name && <span>{caller.display}</span>}
            <span>
              {rang(didWord(did), missedCount)}
              <AddNameLink caller={caller} />
            </span>
          </p>
          <p className="flex flex-wrap gap-x-4 text-small">
            {caller.key !== null && (
              <DeskLink to={callerAddress(caller.key)} className={linkClass}>
                {panel.caller}
              </DeskLink>
            )}
            <DeskLink to={`/cases/${encodeURIComponent(shownCase.id)}`} className={linkClass}>
              {m.row.why}
            </DeskLink>
          </p>
          {isMasked && <RevealedNumber caseId={shownCase.id} />}
        </div>
        <PanelActs row={row} now={now} zone={zone} on={on} />
      </div>
      <section className="min-h-0 grow overflow-y-auto px-4 pt-1 pb-3" aria-label={panel.timeline}>
        <CaseTimeline shownCase={shownCase} now={now} zone={zone} />
        <TargetLine shownCase={shownCase} now={now} zone={zone} />
      </section>
      {on.onDecide && (
        <div className="needs-script shrink-0 border-t border-line px-4 py-3">
          <NoteField
            key={drafts.roundOf(key)}
            rowKey={key}
            draft={drafts.textOf(key)}
            onDecide={on.onDecide}
            onDraft={on.onDraft}
          />
        </div>
      )}
    </>
  );
}

const linkClass = 'inline-flex min-h-6 items-center text-accent underline underline-offset-2';

/** What an address names that is none, or not for this reader. */
function NoCase({ isKnown }: { isKnown: boolean }) {
  const { panel } = useAllMessages().row;
  return (
    <div className="px-4 py-2" role="status">
      <h2 id={panelHeadingId} tabIndex={-1} className="text-title font-semibold">
        {isKnown ? panel.none : '…'}
      </h2>
      {isKnown && <p className="pt-1 text-middle">{panel.noneLong}</p>}
    </div>
  );
}
