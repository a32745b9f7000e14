import clsx from 'clsx';
import type { BoardJson } from '@/domain/case-json';

/** The strip of figures: how the whole desk stands now, whatever is filtered. */
export function Figures({ counts }: { counts: BoardJson['counts'] }) {
  return (
    <dl className="flex gap-8 px-4 pt-4 pb-3 max-md:hidden md:px-5">
      <Figure value={counts.overdue} word="overdue" isAlarm={counts.overdue > 0} />
      <Figure value={counts.open} word="waiting" />
      <Figure value={counts.attempted} word="tried" />
      <Figure value={counts.closedToday} word="done today" />
    </dl>
  );
}

function Figure({ value, word, isAlarm = false }: { value: number; word: string; isAlarm?: boolean }) {
  return (
    <div className="flex min-w-12 flex-col-reverse">
      <dt className="text-small text-middle">{word}</dt>
      <dd className={clsx('text-figure font-semibold', isAlarm && 'text-overdue')}>{value}</dd>
    </div>
  );
}
