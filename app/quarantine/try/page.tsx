import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { mayDo } from '@/domain/person';
import { RecordTester } from './record-tester';

/** How a pasted record would be read and judged; nothing is kept. */
export default async function TryPage() {
  const { desk, by } = await signedIn('/quarantine/try');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="quarantine" heading="Try a record" {...(await loadPageFrame(desk, by))}>
      <RecordTester />
    </DeskPage>
  );
}
