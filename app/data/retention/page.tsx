import { adminAt } from '@/app/admin-page';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { loadRetention } from '@/desk/retention';
import { RetentionForm } from './retention-form';

/** How long what is kept stays. */
export default async function RetentionPage() {
  const { desk, by } = await adminAt('/data/retention');
  return (
    <DeskPage page="data" heading="How long" {...(await loadPageFrame(desk, by))}>
      <RetentionForm first={await loadRetention(desk, by)} />
    </DeskPage>
  );
}
