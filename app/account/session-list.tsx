'use client';

import useSWR from 'swr';
import { useDeskPage } from '@/app/desk-page';
import { send } from '@/app/send';
import { toast } from '@/app/toast';
import { troubleWord } from '@/app/trouble-word';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import { dayAndTime } from '@/components/when';
import type { loadSessions } from '@/desk/sessions';
import { browserWord } from './browser-word';

type Sessions = Awaited<ReturnType<typeof loadSessions>>;

/** Where one is signed in; what looks strange is ended here. */
export function SessionList({ first }: { first: Sessions }) {
  const m = useAllMessages();
  const { now, zone, refresh } = useDeskPage();
  const { data: sessions = first, mutate } = useSWR('sessions', fetchSessions, {
    fallbackData: first,
    revalidateOnMount: false,
  });

  async function end(id: string) {
    const sent = await send('DELETE', `/api/sessions/${encodeURIComponent(id)}`);
    if (sent.is === 'done') toast(m.account.sessionEnded);
    else toast.error(troubleWord(sent, m));
    await mutate().catch(() => undefined);
    // The session may have been this one.
    await refresh();
  }

  return (
    <section aria-labelledby="sessions" className="flex flex-col gap-2">
      <h2 id="sessions" className="text-title font-semibold">
        {m.account.sessions}
      </h2>
      <ul aria-labelledby="sessions" className="flex flex-col">
        {sessions.map(({ id, since, until, browser }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2">
            <span className="min-w-0 grow basis-60">
              {browserWord(browser, m)}, <Moment at={since} now={now} zone={zone} />{' '}
              <span className="text-quiet">{m.account.until(dayAndTime(until, zone, m))}</span>
            </span>
            <button type="button" className="button needs-script max-md:h-9" onClick={() => end(id)}>
              {m.account.end(
                (words) => (
                  <span className="sr-only">{words}</span>
                ),
                dayAndTime(since, zone, m),
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function fetchSessions(): Promise<Sessions> {
  const response = await fetch('/api/sessions', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return ((await response.json()) as { sessions: Sessions }).sessions;
}
