/** Keeps a wallboard up to date: asked again and again, with its ETag, so that what stays costs nothing. */

import { useRef } from 'react';
import useSWR from 'swr';
import { deskNow, hearTime } from '@/app/desk-clock';
import type { WallJson } from '@/desk/wall';

/** `wall` is null once the link is revoked; `asOf` is when the desk last said that it is so, ms. */
type HeldWall = { etag: string; wall: WallJson | null; asOf: number };

const everyMs = 3000;
const patienceMs = 8000;

export function useWallPoll(token: string, first: HeldWall): { held: HeldWall; isStale: boolean } {
  const held = useRef(first);
  const { data = first, error } = useSWR(
    `/api/wall/${encodeURIComponent(token)}`,
    async (address: string) => {
      held.current = await fetchWall(address, held.current);
      return held.current;
    },
    {
      fallbackData: first,
      // A link that was revoked is not asked for again.
      refreshInterval: (latest) => (latest?.wall === null ? 0 : everyMs),
      refreshWhenHidden: true,
    },
  );
  return { held: data, isStale: error !== undefined };
}

async function fetchWall(address: string, held: HeldWall): Promise<HeldWall> {
  const response = await fetch(address, {
    cache: 'no-store',
    headers: { 'if-none-match': held.etag },
    signal: AbortSignal.timeout(patienceMs),
  });
  hearTime(response);
  const asOf = deskNow();
  if (response.status === 304) return { ...held, asOf };
  if (response.status === 401) return { etag: '', wall: null, asOf };
  if (!response.ok) throw new Error(`The wall was answered with ${response.status}.`);
  return { etag: response.headers.get('etag') ?? '', wall: await response.json(), asOf };
}
