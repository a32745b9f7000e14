import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { mayDo } from '@/domain/person';
import { ErasureForm } from './erasure-form';

/** Erases one caller everywhere. */
export default async function ErasurePage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/data/erasure');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading={m.data.pages.erasure.name} {...(await loadPageFrame(desk, by))}>
      <ErasureForm />
    </DeskPage>
  );
}
