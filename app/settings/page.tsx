import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { AdminsOnly } from '@/components/admins-only';
import { loadSettings } from '@/desk/load-settings';
import { mayDo } from '@/domain/person';
import { LiveSettings } from './live-settings';
import { countries, timeZones } from './places';

/** The settings of the desk and of each of its numbers. */
export default async function SettingsPage() {
  const { desk, by } = await signedIn('/settings');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  return (
    <DeskPage page="settings" heading="Settings" {...(await loadPageFrame(desk, by))}>
      <LiveSettings
        first={await loadSettings(desk, by, desk.clock())}
        countries={countries()}
        timeZones={timeZones()}
      />
    </DeskPage>
  );
}
