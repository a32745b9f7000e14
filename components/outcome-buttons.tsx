import type { MouseEvent } from 'react';
import type { DecisionKind } from '@/domain/decision';
import { ClaimButton } from './claim-button';
import { ClosedSummary } from './closed-summary';
import type { Row } from './held-rows';
import type { RowEvents } from './row-events';
import { SnoozeChoice } from './snooze-choice';
import { dayAndTime } from './when';
import { decisionWords } from './words';

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
    return <ClosedSummary row={row} now={now} zone={zone} onReopen={() => on.onDecide(key, 'reopen')} />;
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
      {shownCase.state !== 'uncallable' && (
        <>
          <ClaimButton
            shownCase={shownCase}
            isDisabled={isGone}
            now={now}
            zone={zone}
            onClaim={() => on.onDecide(key, 'claim')}
            onRelease={() => on.onDecide(key, 'release')}
          />
          <SnoozeChoice
            isDisabled={isGone}
            now={now}
            zone={zone}
            onSnooze={(until) => on.onDecide(key, 'snooze', until)}
          />
        </>
      )}
      {shownCase.state === 'snoozed' && shownCase.wakesAt && (
        <p className="flex w-full flex-wrap items-center gap-2">
          Snoozed until {dayAndTime(shownCase.wakesAt, zone)}
          <button type="button" className="button max-md:h-9" disabled={isGone} onClick={once('reopen')}>
            Wake now
          </button>
        </p>
      )}
    </div>
  );
}
