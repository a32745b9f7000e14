import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { mayDo } from '@/domain/person';
import { ImportForm } from './import-form';

/** For admins: it brings the names of many people at once, for everybody on the desk. */
export default async function ImportPage() {
  const { desk, by } = await signedIn('/callers/import');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const { callers } = await theMessages();
  return (
    <DeskPage page="callers" heading={callers.import} {...(await loadPageFrame(desk, by))}>
      <ImportForm />
    </DeskPage>
  );
}
