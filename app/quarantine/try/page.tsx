import { headers } from 'next/headers';
import { connection } from 'next/server';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { PlainPage } from '@/components/plain-page';
import { refuseStranger } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { RecordTester } from './record-tester';

/** How a pasted record would be read and judged; nothing is kept. */
export default async function TryPage() {
  await connection();
  const refusal = refuseStranger(await headers());
  if (refusal) return <PlainPage heading={refusal} />;
  return (
    <DeskPage page="quarantine" heading="Try a record" {...(await loadPageFrame(await theDesk()))}>
      <RecordTester />
    </DeskPage>
  );
}
