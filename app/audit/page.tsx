import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadAudit } from '@/desk/audit';
import { mayDo } from '@/domain/person';
import { AuditList } from './audit-list';

/** Who did what. */
export default async function AuditPage() {
  const { desk, by } = await signedIn('/audit');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="audit" heading="Audit" {...(await loadPageFrame(desk, by))}>
      <AuditList first={await loadAudit(desk, by, null)} />
    </DeskPage>
  );
}
