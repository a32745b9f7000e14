import type { MouseEvent } from 'react';
import type { DecisionKind } from '@/domain/decision';
import { actWord } from './act-word';
import { ButtonKey } from './button-key';
import { ClosedSummary } from './closed-summary';
import { FirstActs } from './first-acts';
import type { Row } from './held-rows';
import type { RowEvents } from './row-events';
import { StandingLine } from './standing-line';
import { useMessages } from './use-messages';

type Props = { row: Row; now: number; zone: string; on: RowEvents };

type Outcome = [kind: DecisionKind, key?: string];

const afterCalling: Outcome[] = [
  ['called_back', 'e'],
  ['left_message', 'l'],
  ['tried', 't'],
];
const withoutCalling: Outcome[] = [['no_need'], ['wrong_number'], ['spam']];
const withoutNumber: Outcome[] = [['called_back', 'e'], ['no_need'], ['spam']];

/** Everything that a person can say about a case; of a closed one, and to who only looks, how it stands. */
export function OutcomeButtons({ row, now, zone, on }: Props) {
  const { key, case: shownCase, isGone } = row;
  const { onDecide } = on;
  const say = onDecide && ((kind: DecisionKind) => onDecide(key, kind));
  if (shownCase.state === 'closed') {
    return <ClosedSummary row={row} now={now} zone={zone} onReopen={say && (() => say('reopen'))} />;
  }
  if (!say || !onDecide) return <StandingLine shownCase={shownCase} now={now} zone={zone} />;
  if (shownCase.state === 'uncallable') {
    return <Outcomes outcomes={withoutNumber} isDisabled={isGone} onSay={say} />;
  }
  return (
    <div className="flex flex-col gap-3">
      <StandingLine shownCase={shownCase} now={now} zone={zone} />
      <FirstActs row={row} now={now} zone={zone} onDecide={onDecide} />
      <div className="flex flex-col gap-1.5">
        <Outcomes outcomes={afterCalling} isDisabled={isGone} onSay={say} />
        <Outcomes outcomes={withoutCalling} isDisabled={isGone} onSay={say} />
      </div>
    </div>
  );
}

type OutcomesProps = { outcomes: Outcome[]; isDisabled: boolean; onSay: (kind: DecisionKind) => void };

function Outcomes({ outcomes, isDisabled, onSay }: OutcomesProps) {
  const m = useMessages();
  const once = (kind: DecisionKind) => (event: MouseEvent) => {
    if (event.detail <= 1) onSay(kind);
  };
  return (
    <div className="flex flex-wrap gap-1.5 max-md:*:grow">
      {outcomes.map(([kind, shortcut]) => (
        <button
          key={kind}
          type="button"
          className={`button max-md:h-10 ${kind === 'called_back' ? 'button-primary' : ''}`}
          disabled={isDisabled}
          onClick={once(kind)}
        >
          {actWord(kind, m)}
          {shortcut && <ButtonKey of={shortcut} />}
        </button>
      ))}
    </div>
  );
}
