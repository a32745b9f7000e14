import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadRetention } from '@/desk/retention';
import { mayDo } from '@/domain/person';
import { RetentionForm } from './retention-form';

/** How long what is kept stays. */
export default async function RetentionPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/data/retention');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading={m.data.pages.retention.name} {...(await loadPageFrame(desk, by))}>
      <RetentionForm first={await loadRetention(desk, by)} />
    </DeskPage>
  );
}
