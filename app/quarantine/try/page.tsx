import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { RecordTester } from './record-tester';

/** How a pasted record would be read and judged; nothing is kept. */
export default async function TryPage() {
  const { desk, by } = await signedIn('/quarantine/try');
  return (
    <DeskPage page="quarantine" heading="Try a record" {...(await loadPageFrame(desk, by))}>
      <RecordTester />
    </DeskPage>
  );
}
