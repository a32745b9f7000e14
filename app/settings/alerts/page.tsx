import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theLanguage, theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { loadAlerts } from '@/desk/alert-channels';
import { mayDo } from '@/domain/person';
import { LiveAlerts } from './live-alerts';

/** Where alerts go, and what became of the last ones. */
export default async function AlertsPage() {
  const m = await theMessages();
  const { desk, by } = await signedIn('/settings/alerts');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const frame = await loadPageFrame(desk, by);
  return (
    <DeskPage page="settings" heading={m.alerts.heading} {...frame}>
      <LiveAlerts
        first={await loadAlerts(desk, by)}
        dids={frame.first.board.dids}
        language={await theLanguage()}
      />
    </DeskPage>
  );
}
