import type { MouseEvent } from 'react';
import { type DecisionKind, isSettling } from '@/domain/decision';
import type { Row } from './held-rows';
import { Moment } from './moment';
import type { RowEvents } from './row-events';
import { decisionWords, reasonWord } from './words';

type Props = { row: Row; now: number; zone: string; on: RowEvents };

const outcomes: [kind: DecisionKind, key?: string][] = [
  ['called_back', 'e'],
  ['left_message', 'l'],
  ['tried', 't'],
  ['no_need'],
  ['wrong_number'],
  ['spam'],
];

/** Everything that a person can say about a case; of a closed one, how it was settled. */
export function OutcomeButtons({ row, now, zone, on }: Props) {
  const { key, case: shownCase, isGone } = row;
  const once = (kind: DecisionKind) => (event: MouseEvent) => {
    if (event.detail <= 1) on.onDecide(key, kind);
  };
  if (shownCase.state === 'closed') {
    const { closedAt } = shownCase;
    const settling = shownCase.decisions.find(({ kind, undoneAt }) => isSettling(kind) && !undoneAt);
    return (
      <div className="flex flex-col gap-2">
        <p>
          <strong className="font-semibold">{reasonWord(shownCase)}</strong>
          {closedAt && (
            <span className="text-middle">
              , <Moment at={closedAt} now={now} zone={zone} />
            </span>
          )}
        </p>
        {settling?.note && <p className="whitespace-pre-wrap text-middle">{settling.note}</p>}
        <p>
          <button type="button" className="button" disabled={isGone} onClick={once('reopen')}>
            Reopen
          </button>
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-1.5">
      {shownCase.caller.e164 && !isGone && (
        <a href={`tel:${shownCase.caller.e164}`} className="button max-md:h-9">
          Call {shownCase.caller.display}
        </a>
      )}
      {outcomes.map(([kind, shortcut]) => (
        <button
          key={kind}
          type="button"
          className={`button max-md:h-9 ${kind === 'called_back' ? 'button-primary' : ''}`}
          disabled={isGone}
          onClick={once(kind)}
        >
          {decisionWords[kind]}
          {shortcut && (
            <span aria-hidden="true" className="font-sans font-normal opacity-80 max-md:hidden">
              {shortcut}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
