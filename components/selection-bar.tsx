import type { MouseEvent } from 'react';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind } from '@/domain/decision';
import { actWord } from './act-word';
import { ButtonKey } from './button-key';
import { Ellipsis } from './icons';
import { KindMenu } from './kind-menu';
import { isPossible, kindForMany } from './row-acts';
import { SnoozeMenu } from './snooze-menu';
import { useMessages } from './use-messages';

type Props = {
  cases: CaseJson[];
  /** The reader's name. */
  me: string;
  now: number;
  zone: string;
  onDecide: (kind: DecisionKind, until?: string) => void;
  onClear: () => void;
};

const usual: [kind: DecisionKind, key?: string][] = [
  ['called_back', 'e'],
  ['left_message', 'l'],
  ['tried', 't'],
  ['claim', 'm'],
  ['reopen'],
];

const lessUsual: [kind: DecisionKind, key?: string][] = [['no_need'], ['wrong_number'], ['spam']];

/** What can be said of all the selected callers at once: what fits at least one of them. */
export function SelectionBar({ cases, me, now, zone, onDecide, onClear }: Props) {
  const m = useMessages();
  const fits = ([kind]: [kind: DecisionKind, key?: string]) => cases.some((one) => isPossible(one, kind));
  const others = lessUsual.filter(fits);
  return (
    <div className="selection-bar" role="toolbar" aria-label={m.row.selectionBar}>
      <p className="px-1 font-semibold whitespace-nowrap" role="status">
        {m.row.selected(cases.length)}
      </p>
      {usual.filter(fits).map(([kind, key]) => (
        <button
          key={kind}
          type="button"
          className={`button ${kind === 'called_back' ? 'button-primary' : ''}`}
          onClick={(event: MouseEvent) => event.detail <= 1 && onDecide(kind)}
        >
          {actWord(kindForMany(cases, kind, me), m)}
          {key && <ButtonKey of={key} />}
        </button>
      ))}
      {fits(['snooze']) && (
        <SnoozeMenu isSmall now={now} zone={zone} onSnooze={(until) => onDecide('snooze', until)} />
      )}
      {others.length > 0 && (
        <KindMenu kinds={others} onSay={onDecide}>
          <Ellipsis className="size-4" />
        </KindMenu>
      )}
      <button type="button" className="button ml-auto" onClick={onClear}>
        {m.row.acts.clear}
        <ButtonKey of="Esc" />
      </button>
    </div>
  );
}
