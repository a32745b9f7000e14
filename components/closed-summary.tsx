import { settlingDecision } from './happenings';
import type { Row } from './held-rows';
import { Moment } from './moment';
import { RuleLink } from './rule-link';
import { useMessages } from './use-messages';
import { outcomeRules, reasonWord } from './words';

type Props = { row: Row; now: number; zone: string; onReopen: (() => void) | null };

/** How a closed case was settled, and the way back where the reader may take it. */
export function ClosedSummary({ row, now, zone, onReopen }: Props) {
  const m = useMessages();
  const { case: shownCase, isGone } = row;
  const { closedAt, outcome } = shownCase;
  const note = settlingDecision(shownCase)?.note;
  return (
    <div className="flex flex-col gap-2">
      <p>
        <strong className="font-semibold">{reasonWord(shownCase, m)}</strong>
        {closedAt && (
          <span className="text-middle">
            , <Moment at={closedAt} now={now} zone={zone} />
          </span>
        )}{' '}
        {outcome && (
          <span className="text-small text-quiet">
            <RuleLink rule={outcomeRules[outcome]} />
          </span>
        )}
      </p>
      {note && <p className="whitespace-pre-wrap text-middle">{note}</p>}
      {onReopen && (
        <p>
          <button
            type="button"
            className="button"
            disabled={isGone}
            onClick={(event) => event.detail <= 1 && onReopen()}
          >
            {m.row.acts.reopen}
          </button>
        </p>
      )}
    </div>
  );
}
