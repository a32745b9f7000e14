import { notFound } from 'next/navigation';
import { CallersNotShown } from '@/app/callers-not-shown';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadCaller } from '@/desk/caller';
import { callerKeyIn } from '@/domain/caller-key';
import { mayDo } from '@/domain/person';
import { LiveCaller } from './live-caller';

/** One number: who it is, and all that happened with it. */
export default async function CallerPage({ params }: { params: Promise<{ key: string }> }) {
  const key = callerKeyIn((await params).key);
  const { desk, by } = await signedIn(`/callers/${encodeURIComponent(key)}`);
  if (!mayDo(by, 'know callers')) return <CallersNotShown />;
  const found = await loadCaller(desk, by, key, desk.clock());
  if (!found) notFound();
  const { callers } = await theMessages();
  return (
    <DeskPage page="callers" heading={callers.heading} {...(await loadPageFrame(desk, by))}>
      <LiveCaller key={key} first={found} />
    </DeskPage>
  );
}
