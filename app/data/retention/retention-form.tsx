'use client';

import type { FormEvent } from 'react';
import { useState } from 'react';
import { toast } from 'sonner';
import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import type { Removed } from '@/desk/apply-retention';
import type { loadRetention } from '@/desk/retention';
import { useAct } from '../act';
import { counted } from '../data-post';
import { Labelled } from '../labelled';

type Kept = Awaited<ReturnType<typeof loadRetention>>;

const kinds = [
  ['callsDays', 'Calls, with their cases and what was said'],
  ['deliveriesDays', 'What the webhook received, byte for byte'],
  ['auditDays', 'The audit'],
] as const;

/** Days for each kind of row; an empty field keeps everything. */
export function RetentionForm({ first }: { first: Kept }) {
  const { now, zone } = useDeskPage();
  const { isBusy, act } = useAct();
  const [kept, setKept] = useState(first);

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const days = kinds.map(([name]) => [name, fields.get(name) ? Number(fields.get(name)) : null]);
    const saved = await act<Kept>('POST', '/api/retention', Object.fromEntries(days));
    if (!saved) return;
    setKept(saved);
    toast('Saved.');
  }

  async function removeNow(): Promise<void> {
    const done = await act<{ removed: Removed }>('POST', '/api/retention/application');
    if (!done) return;
    const { calls, deliveries, audit } = done.removed;
    toast(
      `Removed: ${counted(calls, 'call')}, the bytes of ${counted(deliveries, 'delivery').replace('ys', 'ies')}, ${counted(audit, 'row')} of the audit.`,
    );
  }

  return (
    <form onSubmit={save} className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <p className="text-middle">
        Every night what is older is removed for good. What is still open on the desk stays, whatever its age,
        and so does what waits among what was not understood. An empty field keeps everything.
      </p>
      {kinds.map(([name, label]) => (
        <Labelled key={name} label={label}>
          <span className="flex items-center gap-2">
            <input
              name={name}
              type="number"
              min={1}
              max={3650}
              defaultValue={kept[name] ?? ''}
              className="field w-24"
            />
            days
          </span>
        </Labelled>
      ))}
      <p className="flex flex-wrap items-center gap-2">
        <button type="submit" className="button button-primary needs-script" disabled={isBusy}>
          Save
        </button>
        <button
          type="button"
          className="button needs-script"
          disabled={isBusy}
          onClick={() => void removeNow()}
        >
          Remove now what is older than saved
        </button>
        {kept.lastDoneAt && (
          <span className="text-quiet">
            Last done <Moment at={kept.lastDoneAt} now={now} zone={zone} />
          </span>
        )}
      </p>
    </form>
  );
}
