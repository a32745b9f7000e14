import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { PlainPage } from '@/components/plain-page';
import { loadCase } from '@/desk/case';
import { refuseStranger } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { LiveCase } from './live-case';

/** "Why is this here?": one case with everything that happened, and the rule behind each verdict. */
export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  await connection();
  const refusal = refuseStranger(await headers());
  if (refusal) return <PlainPage heading={refusal} />;
  const desk = await theDesk();
  const found = await loadCase(desk, (await params).id, desk.clock());
  if (!found) notFound();
  return (
    <DeskPage page="case" heading="Why is this here?" {...(await loadPageFrame(desk))}>
      <LiveCase first={found} />
    </DeskPage>
  );
}
