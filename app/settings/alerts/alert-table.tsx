'use client';

import { useAct } from '@/app/data/act';
import { useDeskPage } from '@/app/desk-page';
import { DeskLink } from '@/components/desk-link';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import type { AlertJson } from '@/desk/alert-channels';

type Props = { alerts: AlertJson[]; onAgain: () => Promise<unknown> };

/** The last alerts, how each went, and a way to send it again. */
export function AlertTable({ alerts, onAgain }: Props) {
  const { alerts: m } = useAllMessages();
  const { now, zone } = useDeskPage();
  const { isBusy, act } = useAct();
  const aloud = (words: string) => <span className="sr-only">{words}</span>;

  async function again(id: string): Promise<void> {
    await act('POST', `/api/alerts/${id}`);
    await onAgain();
  }

  return (
    <section aria-labelledby="last-alerts" className="flex flex-col gap-3 border-t border-line pt-5">
      <h2 id="last-alerts" className="text-title font-semibold">
        {m.last}
      </h2>
      {alerts.length === 0 ? (
        <p className="text-middle">{m.noLast}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-left">
            <thead>
              <tr className="text-small text-quiet">
                <th className="py-1 pr-3 font-medium">{m.columns.what}</th>
                <th className="py-1 pr-3 font-medium">{m.columns.where}</th>
                <th className="py-1 pr-3 font-medium">{m.columns.when}</th>
                <th className="py-1 pr-3 font-medium">{m.columns.how}</th>
              </tr>
            </thead>
            <tbody>
              {alerts.map(({ id, channel, kind, caseId, at, state, tries, trouble }) => (
                <tr key={id} className="border-t border-line align-top">
                  <td className="py-2 pr-3">
                    {caseId === null ? (
                      m.ofReason[kind]
                    ) : (
                      <DeskLink to={`/cases/${encodeURIComponent(caseId)}`} className="underline">
                        {m.ofReason[kind]}
                      </DeskLink>
                    )}
                  </td>
                  <td className="py-2 pr-3 wrap-anywhere">{channel}</td>
                  <td className="py-2 pr-3">
                    <Moment at={at} now={now} zone={zone} />
                  </td>
                  <td className="py-2">
                    {m.states[state]}
                    {tries > 0 && <span className="text-quiet">, {m.tries(tries)}</span>}
                    {trouble && <code className="ml-2 font-mono text-small text-quiet">{trouble}</code>}
                    {state !== 'waiting' && (
                      <button
                        type="button"
                        className="button needs-script ml-3 max-md:h-9"
                        disabled={isBusy}
                        onClick={() => again(id)}
                      >
                        {m.sendAgain(aloud, `${m.ofReason[kind]}, ${channel}`)}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
