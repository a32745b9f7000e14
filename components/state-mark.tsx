import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Outcome } from '@/domain/decision';
import type { Messages } from '@/messages/en';
import type { Row } from './held-rows';
import { type RowState, rowState } from './row-state';
import { stateReason } from './state-reason';
import { useMessages } from './use-messages';
import { span } from './when';

type Mark = RowState | 'reached' | 'lost' | 'gone';

const tones: Record<Mark, string> = {
  overdue: 'bg-overdue-ground text-overdue',
  'due-soon': 'bg-soon-ground text-soon',
  waiting: 'bg-chip text-middle',
  tried: 'bg-chip text-accent',
  closed: 'bg-chip text-middle',
  uncallable: 'bg-chip text-middle',
  snoozed: 'bg-chip text-middle',
  reached: 'bg-reached-ground text-reached',
  lost: 'bg-chip text-middle',
  gone: 'bg-chip text-middle',
};

type Props = {
  row: Row;
  now: number;
  /** With it the reason is told on hover. */
  zone?: string;
  /** Says beside the word by how much it is overdue. */
  isExact?: boolean;
};

/** The state of a row as a shape and a word, so that it never rests on colour alone. */
export function StateMark({ row, now, zone, isExact = false }: Props) {
  const m = useMessages();
  const { mark, word } = markOf(row, now, m);
  const late = isExact && mark === 'overdue' ? ` ${span(now - Date.parse(row.case.dueAt), m)}` : '';
  return (
    <span
      title={(zone && stateReason(row, now, zone, m)) || undefined}
      className={clsx(
        'inline-flex h-5 items-center gap-1 rounded-[4px] px-1.5 text-small font-medium whitespace-nowrap',
        tones[mark],
      )}
    >
      <svg viewBox="0 0 12 12" className="size-2.5 shrink-0" fill="currentColor" aria-hidden="true">
        {shapes[mark]}
      </svg>
      {word}
      {late}
    </span>
  );
}

function markOf(
  { case: shownCase, isGone, isVanished }: Row,
  now: number,
  m: Messages,
): { mark: Mark; word: string } {
  if (isVanished) return { mark: 'reached', word: m.row.states.answered };
  const state = rowState(shownCase, now);
  if (state === 'closed' && shownCase.outcome) {
    return { mark: markOfOutcome(shownCase.outcome), word: m.outcomes[shownCase.outcome] };
  }
  return isGone ? { mark: 'gone', word: m.row.states.gone } : { mark: state, word: m.row.states[state] };
}

function markOfOutcome(outcome: Outcome): Mark {
  if (outcome === 'expired') return 'lost';
  return reachedBy.has(outcome) ? 'reached' : 'closed';
}

const reachedBy = new Set<Outcome>(['called_back', 'reached_by_us', 'reached_by_them']);

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8, strokeLinecap: 'round' } as const;

const check = <path d="M1.8 6.4l2.9 2.9 5.5-6.4" {...stroke} strokeLinejoin="round" />;

const shapes: Record<Mark, ReactNode> = {
  overdue: <path d="M6 .8 11.6 11H.4z" />,
  'due-soon': (
    <>
      <circle cx="6" cy="6" r="4.9" {...stroke} strokeWidth={1.5} />
      <path d="M6 6V1.2A4.8 4.8 0 0 1 10.8 6z" />
    </>
  ),
  waiting: <circle cx="6" cy="6" r="4" />,
  tried: <path d="M2.5 9.5l7-7M4.2 2.5h5.3v5.3" {...stroke} strokeLinejoin="round" />,
  closed: check,
  reached: check,
  lost: <path d="M2.2 1h7.6L6 6zM2.2 11h7.6L6 6z" />,
  gone: <path d="M2 6h8" {...stroke} />,
  uncallable: <path d="M2.2 2.2l7.6 7.6M9.8 2.2 2.2 9.8" {...stroke} />,
  snoozed: <path d="M4.5 1A5.2 5.2 0 1 0 11 8 4.6 4.6 0 0 1 4.5 1z" />,
};
