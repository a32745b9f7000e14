import { connection } from 'next/server';
import { theMessages } from '@/app/language';
import { PlainPage } from '@/components/plain-page';
import { WallBoard } from '@/components/wall-board';
import { shortTime } from '@/components/when';
import { theDesk } from '@/desk/the-desk';
import { loadWall } from '@/desk/wall';
import { Redrawing } from './redrawing';

/** The wallboard, for whoever has its link: no seat is needed, and nothing can be done here. */
export default async function WallPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const m = await theMessages();
  const { token } = await params;
  const desk = await theDesk();
  const found = await loadWall(desk, token, null);
  if (!found?.wall) {
    return (
      <PlainPage heading={m.wall.gone}>
        <p>{m.wall.goneLine}</p>
      </PlainPage>
    );
  }
  const now = desk.clock();
  const { timeZone } = (await desk.settings(desk.store.read)).desk(now);
  const heading = found.wall.heading ?? m.wall.heading;
  const drawnAt = shortTime(new Date(now).toISOString(), now, timeZone, m);
  return (
    <main className="flex min-h-dvh flex-col gap-[3vmin] bg-ground p-[4vmin]">
      <title>{heading}</title>
      <h1 className="text-[4vmin] font-semibold text-strong">{heading}</h1>
      <Redrawing address={`/api/wall/${token}`} etag={found.etag} staleLine={m.wall.stale(drawnAt)} />
      <WallBoard {...found.wall} now={now} m={m} />
    </main>
  );
}
