import { adminAt } from '@/app/admin-page';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { ErasureForm } from './erasure-form';

/** Erases one caller everywhere. */
export default async function ErasurePage() {
  const { desk, by } = await adminAt('/data/erasure');
  return (
    <DeskPage page="data" heading="Erase a caller" {...(await loadPageFrame(desk, by))}>
      <ErasureForm />
    </DeskPage>
  );
}
