'use client';

import { PlainPage } from '@/components/plain-page';
import { useMessages } from '@/components/use-messages';

/** Shown where the page itself could not be made; the server has logged the reason. */
export default function BoardFailed({ retry }: { error: unknown; retry: () => void }) {
  const { pages } = useMessages();
  return (
    <PlainPage heading={pages.failed}>
      <p>{pages.failedLine}</p>
      <button type="button" className="button button-primary" onClick={() => retry()}>
        {pages.tryAgain}
      </button>
    </PlainPage>
  );
}
