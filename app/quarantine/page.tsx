import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { listQuarantine } from '@/desk/quarantine';
import { mayDo } from '@/domain/person';
import { LiveQuarantine } from './live-quarantine';

const pageLength = 50;

/** What came in and was not understood. */
export default async function QuarantinePage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/quarantine');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="quarantine" heading={m.quarantine.heading} {...(await loadPageFrame(desk, by))}>
      <LiveQuarantine first={await listQuarantine(desk, by, null, pageLength)} />
    </DeskPage>
  );
}
