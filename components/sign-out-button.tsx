'use client';

import { useState } from 'react';

type Props = { className: string };

/** Ends the session of this browser; what the page holds of the desk goes with it. */
export function SignOutButton({ className }: Props) {
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
        Sign out
      </button>
      <span role="alert" className="sr-only">
        {hasFailed && 'The desk did not answer. You are still signed in.'}
      </span>
    </>
  );
}
