import clsx from 'clsx';
import type { FiguresJson } from '@/domain/figures-of-day';
import { useMessages } from './use-messages';
import { span } from './when';

const minuteMs = 60_000;

type Props = { figures: Pick<FiguresJson, 'median' | 'medianDayBefore'> };

/** How much quicker or slower callers are called back than the day before: an arrow and a word. */
export function MedianChange({ figures: { median, medianDayBefore } }: Props) {
  const m = useMessages();
  if (median === null || medianDayBefore === null) return null;
  const change = median - medianDayBefore;
  if (Math.abs(change) < minuteMs) return null;
  const words = change < 0 ? m.board.quicker : m.board.slower;
  return (
    <span className={clsx('font-medium', change < 0 ? 'text-reached' : 'text-overdue')}>
      <span aria-hidden="true" className="text-[9px]">
        {change < 0 ? '▼' : '▲'}
      </span>{' '}
      {words(span(Math.abs(change), m))}
      <span className="sr-only"> {m.board.thanYesterday}</span>
    </span>
  );
}
