'use client';

import { type FormEvent, useState } from 'react';
import { DidOptions } from '@/components/did-options';
import { useAllMessages } from '@/components/use-messages';
import type { TokenJson } from '@/desk/tokens';
import type { BoardJson } from '@/domain/case-json';
import { useAct } from '../act';
import { Labelled } from '../labelled';

type Props = { address: string | null; dids: BoardJson['dids']; onMade: () => Promise<void> };
type Shown = { kind: Kind; secret: string };
type Kind = TokenJson['kind'];

/** Makes a token and shows its secret, this once. */
export function NewToken({ address, dids, onMade }: Props) {
  const { data } = useAllMessages();
  const { isBusy, act } = useAct();
  const [kind, setKind] = useState<Kind>('webhook');
  const [shown, setShown] = useState<Shown | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const { name, did } = Object.fromEntries(new FormData(form));
    const made = await act<{ secret: string }>('POST', '/api/tokens', { kind, name, did: did || null });
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
          <select className="field" value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            <option value="webhook">{data.tokenKinds.webhook}</option>
            <option value="api">{data.tokenKinds.api}</option>
            <option value="wall">{data.tokenKinds.wall}</option>
          </select>
        </Labelled>
        {kind === 'wall' && (
          <Labelled label={data.wallOf}>
            <select name="did" className="field">
              <DidOptions dids={dids} />
            </select>
          </Labelled>
        )}
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
            {textOf(shown, address ?? location.origin)}
          </code>
        </div>
      )}
    </section>
  );
}

/** What goes into PIOPIY, into a program, or into the address bar of a screen on the wall. */
function textOf({ kind, secret }: Shown, origin: string): string {
  if (kind === 'api') return `Authorization: Bearer ${secret}`;
  return kind === 'wall' ? `${origin}/wall/${secret}` : `${origin}/api/webhook/cdr/${secret}`;
}
