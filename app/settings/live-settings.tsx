'use client';

import { useEffect } from 'react';
import useSWR from 'swr';
import { useDeskPage } from '@/app/desk-page';
import { useAllMessages } from '@/components/use-messages';
import type { SettingsJson } from '@/desk/load-settings';
import type { AllMessages } from '@/messages/all';
import { DeskForm } from './desk-form';
import { DidForm } from './did-form';
import type { Country } from './places';
import { SavedList } from './saved-list';
import { fetchSettings } from './settings-post';

type Props = { first: SettingsJson; countries: Country[]; timeZones: string[] };

/** The desk's form, one for each number, and who saved what; kept fresh around what somebody is typing. */
export function LiveSettings({ first, countries, timeZones }: Props) {
  const m = useAllMessages();
  const { revision } = useDeskPage();
  const { data: settings = first, mutate } = useSWR('settings', fetchSettings, {
    fallbackData: first,
    revalidateOnMount: false,
    revalidateOnFocus: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk has changed, and its settings may have
  useEffect(() => void mutate().catch(() => undefined), [revision, mutate]);
  const onSaved = (saved: SettingsJson) => void mutate(saved, { revalidate: false });
  const unconfirmed = settings.dids.filter(({ key, settings: { isOurs } }) => key !== 'unknown' && !isOurs);

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-8 px-4 py-5 md:px-5">
      <datalist id="time-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <section aria-labelledby="of-the-desk" className="flex flex-col gap-4">
        <div>
          <h2 id="of-the-desk" className="text-title font-semibold">
            {m.settings.desk}
          </h2>
          <p className="text-middle">{m.settings.deskLine}</p>
        </div>
        <DeskForm saved={settings.desk} countries={countries} onSaved={onSaved} />
      </section>
      <section aria-labelledby="of-the-numbers" className="flex flex-col gap-3">
        <div>
          <h2 id="of-the-numbers" className="text-title font-semibold">
            {m.settings.numbers}
          </h2>
          <p className="text-middle">{numbersLine(settings.dids.length, unconfirmed.length, m)}</p>
        </div>
        {settings.dids.map((did) => (
          <DidForm key={did.key} did={did} desk={settings.desk} onSaved={onSaved} />
        ))}
      </section>
      <SavedList history={settings.history} dids={settings.dids} />
    </div>
  );
}

function numbersLine(all: number, unconfirmed: number, { settings }: AllMessages): string {
  if (all === 0) return settings.noNumbers;
  return unconfirmed === 0 ? settings.allConfirmed : settings.unconfirmed(unconfirmed);
}
