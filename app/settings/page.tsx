import { headers } from 'next/headers';
import { connection } from 'next/server';
import { DeskPage } from '@/app/desk-page';
import { loadPageFrame } from '@/app/page-frame';
import { PlainPage } from '@/components/plain-page';
import { loadSettings } from '@/desk/load-settings';
import { refuseStranger } from '@/desk/strangers';
import { theDesk } from '@/desk/the-desk';
import { LiveSettings } from './live-settings';
import { countries, timeZones } from './places';

/** The settings of the desk and of each of its numbers. */
export default async function SettingsPage() {
  await connection();
  const refusal = refuseStranger(await headers());
  if (refusal) return <PlainPage heading={refusal} />;
  const desk = await theDesk();
  return (
    <DeskPage page="settings" heading="Settings" {...(await loadPageFrame(desk))}>
      <LiveSettings
        first={await loadSettings(desk, desk.clock())}
        countries={countries()}
        timeZones={timeZones()}
      />
    </DeskPage>
  );
}
