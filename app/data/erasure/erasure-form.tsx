'use client';

import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { Erasure } from '@/desk/erase-caller';
import { useAct } from '../act';
import { counted } from '../data-post';
import { Labelled } from '../labelled';

type Found = { number: string; counts: Erasure };

/** Counts first what would go; erasing cannot be taken back. */
export function ErasureForm() {
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
    if (gone.isScrubbed) toast(`Erased: ${counted(gone.calls, 'call')}, and every trace of the number.`);
    else toast.error('Erased, but another program reads the database. Erase again to clear its files, too.');
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">
        Calls, cases, what was said, and the records as they came, wherever they name this number. Others’
        records in the same delivery stay. Copies outside of the desk, such as backups, are yours to remove.
      </p>
      <form onSubmit={count} onChange={() => setFound(null)} className="flex flex-wrap items-end gap-3">
        <Labelled label="Phone number">
          <input name="number" type="tel" required maxLength={60} autoComplete="off" className="field" />
        </Labelled>
        <button type="submit" className="button needs-script h-8" disabled={isBusy}>
          Count
        </button>
      </form>
      {found && (
        <div role="status" className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
          <p>
            There are {counted(found.counts.calls, 'call')} in {counted(found.counts.cases, 'case')}, with{' '}
            {counted(found.counts.decisions, 'decision')}. Erasing cannot be taken back.
          </p>
          <p>
            <button
              type="button"
              className="button button-primary"
              disabled={isBusy}
              onClick={() => void erase(found)}
            >
              Erase for good
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
