import type { MouseEvent } from 'react';
import type { DecisionKind } from '@/domain/decision';
import { actWord } from './act-word';
import { ButtonKey } from './button-key';
import { ClosedSummary } from './closed-summary';
import { dialOf } from './dial';
import type { Row } from './held-rows';
import { Ellipsis } from './icons';
import { KindMenu } from './kind-menu';
import { isPossible } from './row-acts';
import type { RowEvents } from './row-events';
import { SnoozeMenu } from './snooze-menu';
import { StandingLine } from './standing-line';
import { useMessages } from './use-messages';

type Props = { row: Row; now: number; zone: string; on: RowEvents };

const lessUsual: [kind: DecisionKind, key?: string][] = [
  ['left_message', 'l'],
  ['tried', 't'],
  ['no_need'],
  ['wrong_number'],
  ['spam'],
];

/** What can be said about the case at the side: the usual at once, the rest in a menu. */
export function PanelActs({ row, now, zone, on }: Props) {
  const m = useMessages();
  const { key, case: shownCase, isGone } = row;
  const { onDecide } = on;
  const say = onDecide && ((kind: DecisionKind) => onDecide(key, kind));
  if (shownCase.state === 'closed') {
    return <ClosedSummary row={row} now={now} zone={zone} onReopen={say && (() => say('reopen'))} />;
  }
  const dial = dialOf(shownCase);
  const button = (kind: DecisionKind, of?: string, tone = '') => (
    <button
      type="button"
      className={`button needs-script max-md:h-10 ${tone}`}
      disabled={isGone}
      onClick={(event: MouseEvent) => event.detail <= 1 && say?.(kind)}
    >
      {kind === 'reopen' ? m.row.acts.wake : actWord(kind, m)}
      {of && <ButtonKey of={of} />}
    </button>
  );
  return (
    <div className="flex flex-col gap-2.5">
      <StandingLine shownCase={shownCase} now={now} zone={zone} />
      <div className="flex flex-wrap gap-1.5 max-md:*:grow">
        {say && button('called_back', 'e', 'button-primary')}
        {dial && !isGone && (
          <a href={`tel:${dial}`} className="button call max-md:h-10">
            {m.row.acts.call}
            <ButtonKey of="c" />
          </a>
        )}
        {say && shownCase.claimedBy !== null && button('release')}
        {say &&
          shownCase.claimedBy === null &&
          shownCase.state !== 'snoozed' &&
          isPossible(shownCase, 'claim') &&
          button('claim', 'm')}
        {say && isPossible(shownCase, 'reopen') && button('reopen')}
        {onDecide && isPossible(shownCase, 'snooze') && (
          <SnoozeMenu
            isDisabled={isGone}
            now={now}
            zone={zone}
            onSnooze={(until) => onDecide(key, 'snooze', until)}
          />
        )}
        {say && (
          <KindMenu kinds={lessUsual} isDisabled={isGone} onSay={say}>
            <Ellipsis className="size-4" />
          </KindMenu>
        )}
      </div>
    </div>
  );
}
