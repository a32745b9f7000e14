'use client';

import { useState } from 'react';
import { send } from '@/app/send';
import { TroubleLine } from '@/components/trouble-line';

type Props = { name: string; to: string; hasRefused: boolean };

/** Signing in by the firm's identity provider; it lets in who has an account here. */
export function ProviderButton({ name, to, hasRefused }: Props) {
  const [trouble, tell] = useState<string | null>(
    hasRefused ? `${name} did not sign you in. You need an invitation to this desk first.` : null,
  );

  async function goThere() {
    tell(null);
    const sent = await send<{ url?: string }>('POST', '/api/auth/sign-in/social', {
      provider: 'oidc',
      callbackURL: to,
      errorCallbackURL: `/sign-in?${new URLSearchParams({ to })}`,
    });
    if (sent.is === 'done' && sent.good.url) window.location.assign(sent.good.url);
    else tell(sent.is === 'refused' && sent.status === 429 ? sent.sentence : `${name} cannot be reached.`);
  }

  return (
    <div className="needs-script flex flex-col gap-3 border-t border-line pt-4">
      <TroubleLine>{trouble}</TroubleLine>
      <button type="button" className="button h-9" onClick={goThere}>
        Continue with {name}
      </button>
    </div>
  );
}
