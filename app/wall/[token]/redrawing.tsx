'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

type Props = {
  /** Answers with another ETag when there is something else to see. */
  address: string;
  etag: string;
  /** Says how old the rows are. */
  staleLine: string;
};

const everyMs = 3000;
const patienceMs = 8000;
/** The waits grow though nothing happens. */
const redrawMs = 30_000;

/** Has the page drawn anew when the desk has changed; while the desk does not answer the rows stay, and it says so. */
export function Redrawing({ address, etag, staleLine }: Props) {
  const router = useRouter();
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    let drawnAt = performance.now();
    const look = async () => {
      const answer = await ask(address, etag);
      setStale(answer === 'none');
      const isOld = performance.now() - drawnAt > redrawMs;
      if (answer === 'other' || (answer === 'same' && isOld)) {
        drawnAt = performance.now();
        router.refresh();
      }
      timer = setTimeout(look, everyMs);
    };
    let timer = setTimeout(look, everyMs);
    return () => clearTimeout(timer);
  }, [address, etag, router]);
  return (
    <p role="status" className="text-[3vmin] text-overdue empty:hidden">
      {isStale && staleLine}
    </p>
  );
}

/** Also a link that was revoked is another one: the page says it. */
async function ask(address: string, etag: string): Promise<'same' | 'other' | 'none'> {
  try {
    const headers = { 'if-none-match': etag };
    const signal = AbortSignal.timeout(patienceMs);
    const { status } = await fetch(address, { cache: 'no-store', headers, signal });
    if (status === 304) return 'same';
    return status === 200 || status === 401 ? 'other' : 'none';
  } catch {
    return 'none';
  }
}
