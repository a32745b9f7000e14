'use client';

import { type FormEvent, useState } from 'react';
import { send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { DidsField } from '@/components/dids-field';
import { RoleField } from '@/components/role-field';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import type { BoardJson } from '@/domain/case-json';
import type { Role } from '@/domain/person';
import { OnceShown } from './once-shown';

/** Makes a link for one person, to be handed over by any way: it is shown here once. */
export function InviteForm({ dids }: { dids: BoardJson['dids'] }) {
  const m = useAllMessages();
  const [role, setRole] = useState<Role>('agent');
  const [limit, setLimit] = useState<string[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, tell] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    tell(null);
    setBusy(true);
    const sent = await send<{ secret: string }>('POST', '/api/invitations', {
      role,
      dids: role === 'admin' ? null : limit,
    });
    setBusy(false);
    if (sent.is !== 'done') return tell(troubleWord(sent, m));
    setLink(new URL(`/invitation/${sent.good.secret}`, window.location.href).href);
  }

  if (link !== null) {
    return (
      <OnceShown label={m.people.link} text={link} line={m.people.linkLine} onDone={() => setLink(null)} />
    );
  }
  return (
    <form aria-labelledby="invite" onSubmit={submit} className="flex flex-col items-start gap-3">
      <RoleField id="invite-role" value={role} onChange={setRole} />
      {role !== 'admin' && <DidsField id="invite-dids" dids={dids} value={limit} onChange={setLimit} />}
      <TroubleLine>{trouble}</TroubleLine>
      <button type="submit" className="button button-primary max-md:h-9" aria-disabled={isBusy}>
        {isBusy ? m.people.making : m.people.makeLink}
      </button>
    </form>
  );
}
