'use client';

import { type FormEvent, useState } from 'react';
import { useAct } from '@/app/data/act';
import { Labelled } from '@/app/data/labelled';
import { useAllMessages } from '@/components/use-messages';
import type { loadCosts } from '@/desk/costs';
import { BalanceList } from './balance-list';
import { CostTable } from './cost-table';

export type Costs = Awaited<ReturnType<typeof loadCosts>>;

/** The balances, the amount below which one is low, and the costs by day and number. */
export function LiveCosts({ first }: { first: Costs }) {
  const m = useAllMessages();
  const [costs, setCosts] = useState(first);
  const { isBusy, act } = useAct();

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const amount = String(new FormData(event.currentTarget).get('amount') ?? '').trim();
    const saved = await act<Costs>('POST', '/api/costs', { lowBalance: amount || null });
    if (saved) setCosts(saved);
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-6 px-4 py-5 md:px-5">
      <BalanceList balances={costs.balances} />
      <form onSubmit={save} className="flex flex-wrap items-end gap-3">
        <Labelled label={m.data.warnBelow}>
          <input
            name="amount"
            inputMode="decimal"
            pattern="\d{1,20}(\.\d{1,20})?"
            defaultValue={costs.lowBalance ?? ''}
            autoComplete="off"
            className="field w-32"
          />
        </Labelled>
        <button type="submit" className="button needs-script h-8" disabled={isBusy}>
          {m.pages.save}
        </button>
      </form>
      <CostTable costs={costs} />
    </div>
  );
}
