'use client';

import { type FormEvent, useState } from 'react';
import { useAllMessages } from '@/components/use-messages';
import { useAct } from '../act';
import { Labelled } from '../labelled';

type Props = { address: string | null; onMade: () => Promise<void> };
type Shown = { kind: string; secret: string };

/** Makes a token and shows its secret, this once. */
export function NewToken({ address, onMade }: Props) {
  const { data } = useAllMessages();
  const { isBusy, act } = useAct();
  const [shown, setShown] = useState<Shown | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { kind, name } = Object.fromEntries(new FormData(form)) as { kind: string; name: string };
    const made = await act<{ secret: string }>('POST', '/api/tokens', { kind, name });
    if (!made) return;
    setShown({ kind, secret: made.secret });
    form.reset();
    await onMade();
  }

  return (
    <section aria-labelledby="new-token" className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id="new-token" className="text-title font-semibold">
        {data.newToken}
      </h2>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <Labelled label={data.tokenFor}>
          <select name="kind" className="field">
            <option value="webhook">{data.tokenKinds.webhook}</option>
            <option value="api">{data.tokenKinds.api}</option>
          </select>
        </Labelled>
        <Labelled label={data.name}>
          <input name="name" required maxLength={60} autoComplete="off" className="field" />
        </Labelled>
        <button type="submit" className="button button-primary needs-script h-8" disabled={isBusy}>
          {data.make}
        </button>
      </form>
      {shown && (
        <div role="status" className="flex flex-col gap-1 rounded-corner border border-line bg-panel p-3">
          <p className="font-semibold">{data.copyNow}</p>
          <code className="font-mono text-small break-all select-all text-strong">
            {shown.kind === 'webhook'
              ? `${address ?? location.origin}/api/webhook/cdr/${shown.secret}`
              : `Authorization: Bearer ${shown.secret}`}
          </code>
        </div>
      )}
    </section>
  );
}
