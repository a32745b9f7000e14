'use client';

import useSWR from 'swr';
import { useAllMessages } from '@/components/use-messages';
import type { AlertsJson } from '@/desk/alert-channels';
import type { BoardJson } from '@/domain/case-json';
import type { Language } from '@/messages/languages';
import { AlertTable } from './alert-table';
import { ChannelRow } from './channel-row';
import { NewChannel } from './new-channel';

type Props = { first: AlertsJson; dids: BoardJson['dids']; language: Language };

/** A try may take some seconds, and the next one comes by itself. */
const lookEveryMs = 3000;

/** The channels, a form for a new one, and the last alerts. */
export function LiveAlerts({ first, dids, language }: Props) {
  const { alerts: m } = useAllMessages();
  const { data = first, mutate } = useSWR('alerts', fetchAlerts, {
    fallbackData: first,
    refreshInterval: lookEveryMs,
  });
  const refresh = () => mutate().catch(() => undefined);
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-8 px-4 py-5 md:px-5">
      <p className="text-middle">{m.line}</p>
      <section aria-labelledby="channels" className="flex flex-col gap-3">
        <h2 id="channels" className="text-title font-semibold">
          {m.channels}
        </h2>
        {data.channels.length === 0 && <p className="text-middle">{m.noChannels}</p>}
        <ul className="flex flex-col" aria-labelledby="channels">
          {data.channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} dids={dids} onChanged={refresh} />
          ))}
        </ul>
      </section>
      <NewChannel
        dids={dids}
        language={language}
        hasMail={data.hasMail}
        pushKey={data.pushKey}
        onMade={refresh}
      />
      <AlertTable alerts={data.alerts} onAgain={refresh} />
    </div>
  );
}

async function fetchAlerts(): Promise<AlertsJson> {
  const response = await fetch('/api/alerts', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The alerts were answered with ${response.status}.`);
  return response.json();
}
