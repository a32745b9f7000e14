import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { signedIn } from '@/app/signed-in';
import { DeskLink } from '@/components/desk-link';
import { loadSettings } from '@/desk/load-settings';
import { mayDo } from '@/domain/person';
import { LiveSettings } from './live-settings';
import { countries, timeZones } from './places';

/** The settings of the desk and of each of its numbers. */
export default async function SettingsPage() {
  const { desk, by } = await signedIn('/settings');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const m = await theMessages();
  return (
    <DeskPage page="settings" heading={m.settings.heading} {...(await loadPageFrame(desk, by))}>
      <p className="px-4 pt-4 md:px-5">
        <DeskLink to="/setup" className="text-accent underline underline-offset-2">
          {m.first.setup.fromSettings}
        </DeskLink>
      </p>
      <p className="px-4 pt-2 md:px-5">
        <DeskLink to="/settings/alerts" className="text-accent underline underline-offset-2">
          {m.alerts.fromSettings}
        </DeskLink>
      </p>
      <LiveSettings
        first={await loadSettings(desk, by, desk.clock())}
        countries={countries(m)}
        timeZones={timeZones()}
      />
    </DeskPage>
  );
}
