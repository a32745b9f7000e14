'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { toast } from '@/app/toast';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import type { Removed } from '@/desk/apply-retention';
import type { loadRetention } from '@/desk/retention';
import { useAct } from '../act';
import { Labelled } from '../labelled';

type Kept = Awaited<ReturnType<typeof loadRetention>>;

const kinds = ['callsDays', 'deliveriesDays', 'auditDays'] as const;

/** Days for each kind of row; an empty field keeps everything. */
export function RetentionForm({ first }: { first: Kept }) {
  const m = useAllMessages();
  const { now, zone } = useDeskPage();
  const { isBusy, act } = useAct();
  const [kept, setKept] = useState(first);

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const days = kinds.map((name) => [name, fields.get(name) ? Number(fields.get(name)) : null]);
    const saved = await act<Kept>('POST', '/api/retention', Object.fromEntries(days));
    if (!saved) return;
    setKept(saved);
    toast(m.pages.saved);
  }

  async function removeNow(): Promise<void> {
    const done = await act<{ removed: Removed }>('POST', '/api/retention/application');
    if (!done) return;
    const { calls, deliveries, audit } = done.removed;
    toast(m.data.removed(m.data.calls(calls), deliveries, audit));
  }

  return (
    <form onSubmit={save} className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">{m.data.retentionLine}</p>
      {kinds.map((name) => (
        <Labelled key={name} label={m.data.kept[name]}>
          <span className="flex items-center gap-2">
            <input
              name={name}
              type="number"
              min={1}
              max={3650}
              defaultValue={kept[name] ?? ''}
              className="field w-24"
            />
            {m.data.days}
          </span>
        </Labelled>
      ))}
      <p className="flex flex-wrap items-center gap-2">
        <button type="submit" className="button button-primary needs-script" disabled={isBusy}>
          {m.pages.save}
        </button>
        <button
          type="button"
          className="button needs-script"
          disabled={isBusy}
          onClick={() => void removeNow()}
        >
          {m.data.removeNow}
        </button>
        {kept.lastDoneAt && (
          <span className="text-quiet">
            {m.data.lastDone(<Moment at={kept.lastDoneAt} now={now} zone={zone} />)}
          </span>
        )}
      </p>
    </form>
  );
}
