import { headers } from 'next/headers';
import { AdminsOnly } from '@/app/admins-only';
import { DeskPage } from '@/app/desk-page';
import { theMessages } from '@/app/language';
import { loadPageFrame } from '@/app/page-frame';
import { countries, timeZones } from '@/app/settings/places';
import { signedIn } from '@/app/signed-in';
import { loadSetup } from '@/desk/setup';
import { webhookUrl } from '@/desk/webhook-url';
import { mayDo } from '@/domain/person';
import { LiveSetup } from './live-setup';

/** The first steps of a desk, from its name to its first call. */
export default async function SetupPage() {
  const { desk, by } = await signedIn('/setup');
  if (!mayDo(by, 'administer')) return <AdminsOnly />;
  const asked = await headers();
  const origin = `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('host')}`;
  const m = await theMessages();
  return (
    <DeskPage page="settings" heading={m.first.setup.heading} {...(await loadPageFrame(desk, by))}>
      <LiveSetup
        first={await loadSetup(desk, by, desk.clock())}
        webhook={webhookUrl(desk, by, origin)}
        countries={countries(m)}
        timeZones={timeZones()}
      />
    </DeskPage>
  );
}
