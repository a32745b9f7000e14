import { notFound } from 'next/navigation';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadCase } from '@/desk/case';
import { LiveCase } from './live-case';

/** "Why is this here?": one case with everything that happened, and the rule behind each verdict. */
export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const m = await theMessages();
  const { desk, by } = await signedIn(`/cases/${encodeURIComponent(id)}`);
  const found = await loadCase(desk, by, id, desk.clock());
  if (!found) notFound();
  return (
    <DeskPage page="case" heading={m.story.heading} {...(await loadPageFrame(desk, by))}>
      <LiveCase first={found} />
    </DeskPage>
  );
}
