import { headers } from 'next/headers';
import { connection } from 'next/server';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { PlainPage } from '@/components/plain-page';
import { listQuarantine } from '@/desk/quarantine';
import { refuseStranger } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { LiveQuarantine } from './live-quarantine';

const pageLength = 50;

/** What came in and was not understood. */
export default async function QuarantinePage() {
  await connection();
  const refusal = refuseStranger(await headers());
  if (refusal) return <PlainPage heading={refusal} />;
  const desk = await theDesk();
  return (
    <DeskPage page="quarantine" heading="Not understood" {...(await loadPageFrame(desk))}>
      <LiveQuarantine first={await listQuarantine(desk, null, pageLength)} />
    </DeskPage>
  );
}
