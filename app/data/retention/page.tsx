import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadRetention } from '@/desk/retention';
import { mayDo } from '@/domain/person';
import { RetentionForm } from './retention-form';

/** How long what is kept stays. */
export default async function RetentionPage() {
  const { desk, by } = await signedIn('/data/retention');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading="How long" {...(await loadPageFrame(desk, by))}>
      <RetentionForm first={await loadRetention(desk, by)} />
    </DeskPage>
  );
}
