'use client';

import { useState } from 'react';
import { useAllMessages } from './use-messages';

type Props = { caseId: string };

type Revealed = { display: string; e164: string | null };

/** The whole number, for who sees it in part only: asked for one case, and the audit says by whom. */
export function RevealedNumber({ caseId }: Props) {
  const { story, pages } = useAllMessages();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const [trouble, tell] = useState<string | null>(null);

  async function reveal() {
    tell(null);
    const response = await fetch(`/api/cases/${encodeURIComponent(caseId)}/reveal`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(15_000),
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok) setRevealed(answer as Revealed);
    else tell(answer?.error ? pages.said(String(answer.error)) : pages.noAnswer);
  }

  if (revealed) {
    return (
      <p role="status">
        {revealed.e164 ? (
          <a href={`tel:${revealed.e164}`} className="text-accent underline underline-offset-2">
            {revealed.display}
          </a>
        ) : (
          revealed.display
        )}
      </p>
    );
  }
  return (
    <>
      <button type="button" className="button needs-script" onClick={reveal}>
        {story.reveal((words) => (
          <span className="sr-only">{words}</span>
        ))}
      </button>
      <p role="alert" className="text-overdue empty:hidden">
        {trouble}
      </p>
    </>
  );
}
