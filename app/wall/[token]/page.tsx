import { connection } from 'next/server';
import { theMessages } from '@/app/language';
import { AllMessagesProvider } from '@/components/all-messages-provider';
import { PlainPage } from '@/components/plain-page';
import { theDesk } from '@/desk/the-desk';
import { loadWall } from '@/desk/wall';
import { LiveWall } from './live-wall';

/** The wallboard, for whoever has its link: no seat is needed, and nothing can be done here. */
export default async function WallPage({ params }: { params: Promise<{ token: string }> }) {
  await connection();
  const { wall: m } = await theMessages();
  const { token } = await params;
  const desk = await theDesk();
  const found = await loadWall(desk, token, null);
  if (!found?.wall) {
    return (
      <PlainPage heading={m.gone}>
        <p>{m.goneLine}</p>
      </PlainPage>
    );
  }
  const now = desk.clock();
  const { timeZone } = (await desk.settings(desk.store.read)).desk(now);
  return (
    <AllMessagesProvider>
      <LiveWall token={token} first={{ etag: found.etag, wall: found.wall }} firstNow={now} zone={timeZone} />
    </AllMessagesProvider>
  );
}
