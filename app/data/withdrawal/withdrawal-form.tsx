'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { useDeskPage } from '@/app/desk-page';
import { instantOf, wallText } from '@/components/wall-clock';
import type { TokenJson } from '@/desk/tokens';
import type { Withdrawal } from '@/desk/withdraw';
import { useAct } from '../act';
import { counted } from '../data-post';
import { Labelled } from '../labelled';

type Range = { token: string; from: string; to: string };
type Props = { tokens: TokenJson[]; chosen: string };

const dayMs = 24 * 60 * 60_000;

/** Counts first what would go; then it can be taken out, or what was taken out brought back. */
export function WithdrawalForm({ tokens, chosen }: Props) {
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
    if (gone) toast(`Taken out: ${counted(gone.records, 'record')}, ${counted(gone.calls, 'call')}.`);
  }

  async function bringBack(range: Range): Promise<void> {
    const back = await send<{ records: number }>('bring_back', range);
    setFound(null);
    if (back) toast(`Brought back: ${counted(back.records, 'record')}.`);
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">
        As if it had never come. What also came by another token stays; the bytes are kept among what was not
        understood, from where it can be brought back.
      </p>
      <form onSubmit={count} onChange={() => setFound(null)} className="flex flex-wrap items-end gap-3">
        <Labelled label="Token">
          <select name="token" defaultValue={chosen} className="field">
            {tokens.map(({ fingerprint, name }) => (
              <option key={fingerprint} value={fingerprint}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label="From">
          <input name="from" type="datetime-local" required defaultValue={first.from} className="field" />
        </Labelled>
        <Labelled label="To">
          <input name="to" type="datetime-local" required defaultValue={first.to} className="field" />
        </Labelled>
        <button type="submit" className="button needs-script h-8" disabled={isBusy}>
          Count
        </button>
      </form>
      {found && (
        <div role="status" className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
          <p>
            This would take away {counted(found.counts.records, 'record')},{' '}
            {counted(found.counts.calls, 'call')}.
          </p>
          <p className="flex gap-2">
            <button
              type="button"
              className="button button-primary"
              disabled={isBusy || found.counts.records === 0}
              onClick={() => void withdraw(found.range)}
            >
              Take it out
            </button>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void bringBack(found.range)}
            >
              Bring back what was taken out
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
