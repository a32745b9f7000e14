'use client';

import { PlainPage } from '@/components/plain-page';

/** Shown where the page itself could not be made; the server has logged the reason. */
export default function BoardFailed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <PlainPage heading="The desk could not be shown.">
      <p>The rows could not be read just now. What came in before is kept.</p>
      <button type="button" className="button button-primary" onClick={() => retry()}>
        Try again
      </button>
    </PlainPage>
  );
}
