'use client';

import { useAllMessages } from '@/components/use-messages';
import type { Outlook, Rehearsal } from '@/desk/rehearse';
import type { AllMessages } from '@/messages/all';

const rows = ['missed', 'short', 'open', 'callbackRate'] as const;

/** What the last days would have been under the change: nothing is saved by looking. */
export function RehearsalTable({
  rehearsal: { days, calls, isAll, before, after },
}: {
  rehearsal: Rehearsal;
}) {
  const m = useAllMessages();
  const { settings } = m;
  return (
    <div
      role="status"
      className="flex max-w-[600px] flex-col gap-2 rounded-corner border border-line bg-panel p-3 md:px-4"
    >
      <table className="w-full">
        <caption className="pb-1.5 text-left font-semibold">{settings.rehearsal(days)}</caption>
        <thead>
          <tr className="text-small text-middle">
            <th scope="col" className="text-left font-normal">
              <span className="sr-only">{settings.figure}</span>
            </th>
            <th scope="col" className="text-right font-normal">
              {settings.asItIs}
            </th>
            <th scope="col" className="text-right font-normal">
              {settings.withChange}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [was, will] = [figureWord(before[row], m), figureWord(after[row], m)];
            return (
              <tr key={row} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal text-middle">
                  {settings[row]}
                </th>
                <td className="text-right">{was}</td>
                <td className="text-right">
                  {was === will ? <span className="text-quiet">{will}</span> : <strong>{will}</strong>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="text-small text-quiet">{isAll ? settings.ofCalls(calls) : settings.ofSomeCalls(calls)}</p>
    </div>
  );
}

function figureWord(figure: number | Outlook['callbackRate'], { settings }: AllMessages): string {
  if (typeof figure === 'number') return String(figure);
  const { part, whole, share } = figure;
  return share === null ? '–' : settings.share(Math.round(share * 100), part, whole);
}
