import clsx from 'clsx';
import type { AllMessages } from '@/messages/all';
import { counted, span } from './when';

type Props = {
  counts: { open: number; overdue: number; attempted: number; closedToday: number };
  rows: {
    id: string;
    caller: string;
    did: string;
    missedCount: number;
    firstMissedAt: string;
    overdue: boolean;
  }[];
  /** ms. */
  now: number;
  m: AllMessages;
};

/** How many wait, and who waits longest, in type that is read across a room. */
export function WallBoard({ counts, rows, now, m }: Props) {
  const { wall } = m;
  const figures = [
    [wall.waiting, counts.open, false],
    [wall.overdue, counts.overdue, counts.overdue > 0],
    [wall.attempted, counts.attempted, false],
    [wall.closedToday, counts.closedToday, false],
  ] as const;
  return (
    <>
      <dl className="flex flex-wrap gap-x-[6vmin] gap-y-[2vmin]">
        {figures.map(([name, figure, isBad]) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-[3vmin] text-middle">{name}</dt>
            <dd
              className={clsx(
                'text-[12vmin] leading-none font-semibold tabular-nums',
                isBad ? 'text-overdue' : 'text-strong',
              )}
            >
              {counted(figure, m)}
            </dd>
          </div>
        ))}
      </dl>
      {rows.length === 0 ? (
        <p className="text-[5vmin] text-middle">{wall.nobody}</p>
      ) : (
        <ul className="flex flex-col" aria-label={wall.heading}>
          {rows.map(({ id, caller, did, missedCount, firstMissedAt, overdue }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-[3vmin] border-t border-line py-[1.5vmin] text-[4vmin]"
            >
              <span className={clsx('font-semibold tabular-nums', overdue ? 'text-overdue' : 'text-strong')}>
                {span(now - Date.parse(firstMissedAt), m)}
              </span>
              <span className="grow">{caller}</span>
              <span className="text-middle">{did}</span>
              <span className="text-middle">{wall.rang(missedCount)}</span>
              {overdue && <span className="text-overdue">{wall.overdue}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
