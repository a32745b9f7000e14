'use client';

import { type FormEvent, useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import { instantOf, wallText } from '@/components/wall-clock';
import type { TokenJson } from '@/desk/tokens';
import type { Withdrawal } from '@/desk/withdraw';
import { useAct } from '../act';
import { Labelled } from '../labelled';

type Range = { token: string; from: string; to: string };
type Props = { tokens: TokenJson[]; chosen: string };

const dayMs = 24 * 60 * 60_000;

/** Counts first what would go; then it can be taken out, or what was taken out brought back. */
export function WithdrawalForm({ tokens, chosen }: Props) {
  const { data } = useAllMessages();
  const { now, zone } = useDeskPage();
  const { isBusy, act } = useAct();
  const [found, setFound] = useState<{ range: Range; counts: Withdrawal } | null>(null);
  const [first] = useState({ from: wallText(now - dayMs, zone), to: wallText(now + 60_000, zone) });
  const send = <Good,>(action: string, range: Range) =>
    act<Good>('POST', '/api/withdrawals', { action, ...range });

  async function count(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Range;
    const [from, to] = [instantOf(fields.from, zone), instantOf(fields.to, zone)];
    if (from === null || to === null) return;
    const range = { ...fields, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const counts = await send<Withdrawal>('count', range);
    setFound(counts && { range, counts });
  }

  async function withdraw(range: Range): Promise<void> {
    const gone = await send<Withdrawal>('withdraw', range);
    setFound(null);
    if (gone) toast(data.takenOut(data.records(gone.records), data.calls(gone.calls)));
  }

  async function bringBack(range: Range): Promise<void> {
    const back = await send<{ records: number }>('bring_back', range);
    setFound(null);
    if (back) toast(data.broughtBack(data.records(back.records)));
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">{data.withdrawalLine}</p>
      <form onSubmit={count} onChange={() => setFound(null)} className="flex flex-wrap items-end gap-3">
        <Labelled label={data.token}>
          <select name="token" defaultValue={chosen} className="field">
            {tokens.map(({ fingerprint, name }) => (
              <option key={fingerprint} value={fingerprint}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={data.from}>
          <input name="from" type="datetime-local" required defaultValue={first.from} className="field" />
        </Labelled>
        <Labelled label={data.to}>
          <input name="to" type="datetime-local" required defaultValue={first.to} className="field" />
        </Labelled>
        <button type="submit" className="button needs-script h-8" disabled={isBusy}>
          {data.count}
        </button>
      </form>
      {found && (
        <div role="status" className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
          <p>{data.withdrawalCounted(data.records(found.counts.records), data.calls(found.counts.calls))}</p>
          <p className="flex gap-2">
            <button
              type="button"
              className="button button-primary"
              disabled={isBusy || found.counts.records === 0}
              onClick={() => void withdraw(found.range)}
            >
              {data.takeOut}
            </button>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void bringBack(found.range)}
            >
              {data.bringBack}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
