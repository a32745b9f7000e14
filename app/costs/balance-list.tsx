'use client';

import { TriangleAlert } from 'lucide-react';
import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import type { Costs } from './live-costs';

/** The newest balance of each app, as its last record told it. */
export function BalanceList({ balances }: Pick<Costs, 'balances'>) {
  const { now, zone } = useDeskPage();
  if (balances.length === 0)
    return <p className="text-middle">No record has told a balance in these days.</p>;
  return (
    <ul className="flex flex-col" aria-label="Balances">
      {balances.map(({ app, balance, at, isLow }) => (
        <li
          key={app}
          className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-0"
        >
          <strong className="font-semibold tabular-nums">{balance}</strong>
          <span className="text-middle">app {app || 'without a name'}</span>
          <span className="text-quiet">
            <Moment at={at} now={now} zone={zone} />
          </span>
          {isLow && (
            <span className="flex items-center gap-1 font-semibold text-overdue">
              <TriangleAlert className="size-4" aria-hidden="true" />
              The account runs low.
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
