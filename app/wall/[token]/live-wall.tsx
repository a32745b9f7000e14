'use client';

import { PlainPage } from '@/components/plain-page';
import { useAllMessages } from '@/components/use-messages';
import { WallBoard } from '@/components/wall-board';
import { shortTime } from '@/components/when';
import type { WallJson } from '@/desk/wall';
import { useTickingClock } from '../../ticking-clock';
import { useWallPoll } from './wall-poll';

type Props = { token: string; first: { etag: string; wall: WallJson }; firstNow: number; zone: string };

/** The wallboard as it changes; where the line is cut, the rows stay, and it says how old they are. */
export function LiveWall({ token, first, firstNow, zone }: Props) {
  const m = useAllMessages();
  const { held, isStale } = useWallPoll(token, { ...first, asOf: firstNow });
  const now = useTickingClock(firstNow);
  if (!held.wall) {
    return (
      <PlainPage heading={m.wall.gone}>
        <p>{m.wall.goneLine}</p>
      </PlainPage>
    );
  }
  const asOf = shortTime(new Date(held.asOf).toISOString(), now, zone, m);
  return (
    <main className="flex min-h-dvh flex-col gap-[3vmin] bg-ground p-[4vmin]">
      <title>{held.wall.heading ?? m.wall.heading}</title>
      <h1 className="text-[4vmin] font-semibold text-strong">{held.wall.heading ?? m.wall.heading}</h1>
      <p role="status" className="text-[3vmin] text-overdue empty:hidden">
        {isStale && m.wall.stale(asOf)}
      </p>
      <WallBoard {...held.wall} now={now} />
    </main>
  );
}
