import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { mayDo } from '@/domain/person';
import { ErasureForm } from './erasure-form';

/** Erases one caller everywhere. */
export default async function ErasurePage() {
  const { desk, by } = await signedIn('/data/erasure');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="data" heading="Erase a caller" {...(await loadPageFrame(desk, by))}>
      <ErasureForm />
    </DeskPage>
  );
}
