'use client';

import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import { dayAndTime } from '@/components/when';
import type { SettingsJson } from '@/desk/load-settings';

type Props = Pick<SettingsJson, 'history' | 'dids'>;

/** Who saved what, and from when it holds: saving never forgets. */
export function SavedList({ history, dids }: Props) {
  const m = useAllMessages();
  const { now, zone } = useDeskPage();
  const nameOf = (did: string | null) => {
    const found = dids.find(({ key }) => key === did);
    return did === null ? m.settings.theDesk : (found?.settings.label ?? found?.display ?? did);
  };
  return (
    <section aria-labelledby="saved" className="flex flex-col gap-2 border-t border-line pt-6">
      <h2 id="saved" className="text-title font-semibold">
        {m.settings.savedSoFar}
      </h2>
      {history.length === 0 && <p className="text-middle">{m.settings.nothingSaved}</p>}
      <ul className="flex flex-col">
        {history.map(({ did, from, savedAt, by }) => (
          <li
            key={`${savedAt} ${did}`}
            className="flex flex-wrap gap-x-2 border-t border-line py-2 first:border-0"
          >
            <span className="text-quiet">
              <Moment at={savedAt} now={now} zone={zone} />
            </span>
            <span>{m.settings.whoSaved(<strong className="font-semibold">{by}</strong>, nameOf(did))}</span>
            <span className="text-middle">
              {from === savedAt ? m.settings.fromThen : m.settings.fromOn(dayAndTime(from, zone, m))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
