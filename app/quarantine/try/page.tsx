import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { mayDo } from '@/domain/person';
import { RecordTester } from './record-tester';

/** How a pasted record would be read and judged; nothing is kept. */
export default async function TryPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/quarantine/try');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="quarantine" heading={m.quarantine.tryRecord} {...(await loadPageFrame(desk, by))}>
      <RecordTester />
    </DeskPage>
  );
}
