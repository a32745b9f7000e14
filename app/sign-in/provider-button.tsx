'use client';

import { useState } from 'react';
import { send } from '@/app/send';
import { troubleWord } from '@/app/trouble-word';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';

type Props = { name: string; to: string; hasRefused: boolean };

/** Signing in by the firm's identity provider; it lets in who has an account here. */
export function ProviderButton({ name, to, hasRefused }: Props) {
  const m = useAllMessages();
  const [trouble, tell] = useState<string | null>(hasRefused ? m.account.providerRefused(name) : null);

  async function goThere() {
    tell(null);
    const sent = await send<{ url?: string }>('POST', '/api/auth/sign-in/social', {
      provider: 'oidc',
      callbackURL: to,
      errorCallbackURL: `/sign-in?${new URLSearchParams({ to })}`,
    });
    if (sent.is === 'done' && sent.good.url) window.location.assign(sent.good.url);
    else if (sent.is === 'refused' && sent.status === 429) tell(troubleWord(sent, m));
    else tell(m.account.providerSilent(name));
  }

  return (
    <div className="needs-script flex flex-col gap-3 border-t border-line pt-4">
      <TroubleLine>{trouble}</TroubleLine>
      <button type="button" className="button h-9" onClick={goThere}>
        {m.account.continueWith(name)}
      </button>
    </div>
  );
}
