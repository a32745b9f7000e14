import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadAudit } from '@/desk/audit';
import { mayDo } from '@/domain/person';
import { AuditList } from './audit-list';

/** Who did what. */
export default async function AuditPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/audit');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="audit" heading={m.people.audit} {...(await loadPageFrame(desk, by))}>
      <AuditList first={await loadAudit(desk, by, null)} />
    </DeskPage>
  );
}
