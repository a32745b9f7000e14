'use client';

import { useState } from 'react';
import { useMessages } from './use-messages';

type Props = { className: string };

/** Ends the session of this browser; what the page holds of the desk goes with it. */
export function SignOutButton({ className }: Props) {
  const { account } = useMessages();
  const [hasFailed, setFailed] = useState(false);
  async function signOut() {
    setFailed(false);
    const answer = await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    if (answer?.ok) window.location.assign('/sign-in');
    else setFailed(true);
  }
  return (
    <>
      <button type="button" onClick={signOut} className={`needs-script ${className}`}>
        {account.signOut}
      </button>
      <span role="alert" className="sr-only">
        {hasFailed && account.signOutFailed}
      </span>
    </>
  );
}
