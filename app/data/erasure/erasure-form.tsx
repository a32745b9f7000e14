'use client';

import { type FormEvent, useState } from 'react';
import { toast } from '@/app/toast';
import { useAllMessages } from '@/components/use-messages';
import type { Erasure } from '@/desk/erase-caller';
import { useAct } from '../act';
import { Labelled } from '../labelled';

type Found = { number: string; counts: Erasure };

/** Counts first what would go; erasing cannot be taken back. */
export function ErasureForm() {
  const { data } = useAllMessages();
  const { isBusy, act } = useAct();
  const [found, setFound] = useState<Found | null>(null);

  async function count(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const number = String(new FormData(event.currentTarget).get('number') ?? '');
    const counts = await act<Erasure>('POST', '/api/erasures', { action: 'count', number });
    setFound(counts && { number, counts });
  }

  async function erase({ number }: Found): Promise<void> {
    const body = { action: 'erase', number };
    const gone = await act<Erasure & { isScrubbed: boolean }>('POST', '/api/erasures', body);
    setFound(null);
    if (!gone) return;
    if (gone.isScrubbed) toast(data.erased(data.calls(gone.calls)));
    else toast.error(data.erasedNotScrubbed);
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">{data.erasureLine}</p>
      <form onSubmit={count} onChange={() => setFound(null)} className="flex flex-wrap items-end gap-3">
        <Labelled label={data.phoneNumber}>
          <input name="number" type="tel" required maxLength={60} autoComplete="off" className="field" />
        </Labelled>
        <button type="submit" className="button needs-script h-8" disabled={isBusy}>
          {data.count}
        </button>
      </form>
      {found && (
        <div role="status" className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
          <p>
            {data.erasureCounted(
              data.calls(found.counts.calls),
              data.cases(found.counts.cases),
              data.decisions(found.counts.decisions),
            )}
          </p>
          <p>
            <button
              type="button"
              className="button button-primary"
              disabled={isBusy}
              onClick={() => void erase(found)}
            >
              {data.eraseForGood}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
