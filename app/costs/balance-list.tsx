'use client';

import { useDeskPage } from '@/app/desk-page';
import { TriangleAlert } from '@/components/icons';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import type { Costs } from './live-costs';

/** The newest balance of each app, as its last record told it. */
export function BalanceList({ balances }: Pick<Costs, 'balances'>) {
  const { data } = useAllMessages();
  const { now, zone } = useDeskPage();
  if (balances.length === 0) return <p className="text-middle">{data.noBalance}</p>;
  return (
    <ul className="flex flex-col" aria-label={data.balances}>
      {balances.map(({ app, balance, at, isLow }) => (
        <li
          key={app}
          className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-0"
        >
          <strong className="font-semibold tabular-nums">{balance}</strong>
          <span className="text-middle">{app ? data.app(app) : data.appWithoutName}</span>
          <span className="text-quiet">
            <Moment at={at} now={now} zone={zone} />
          </span>
          {isLow && (
            <span className="flex items-center gap-1 font-semibold text-overdue">
              <TriangleAlert className="size-4" />
              {data.runsLow}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
