import type { Outlook, Rehearsal } from '@/desk/rehearse';

const rows: [word: string, of: (outlook: Outlook) => string][] = [
  ['Missed', ({ missed }) => String(missed)],
  ['Of these, short', ({ short }) => String(short)],
  ['Still open', ({ open }) => String(open)],
  ['Called back within the target', ({ callbackRate }) => shareWord(callbackRate)],
];

/** What the last days would have been under the change: nothing is saved by looking. */
export function RehearsalTable({
  rehearsal: { days, calls, isAll, before, after },
}: {
  rehearsal: Rehearsal;
}) {
  return (
    <div
      role="status"
      className="flex max-w-[600px] flex-col gap-2 rounded-corner border border-line bg-panel p-3 md:px-4"
    >
      <table className="w-full">
        <caption className="pb-1.5 text-left font-semibold">The last {days} days, had this held</caption>
        <thead>
          <tr className="text-small text-middle">
            <th scope="col" className="text-left font-normal">
              <span className="sr-only">Figure</span>
            </th>
            <th scope="col" className="text-right font-normal">
              as it is
            </th>
            <th scope="col" className="text-right font-normal">
              with the change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([word, of]) => {
            const isSame = of(before) === of(after);
            return (
              <tr key={word} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal text-middle">
                  {word}
                </th>
                <td className="text-right">{of(before)}</td>
                <td className="text-right">
                  {isSame ? <span className="text-quiet">{of(after)}</span> : <strong>{of(after)}</strong>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="text-small text-quiet">
        {isAll ? `Of ${calls} calls.` : `Of ${calls} calls; there were more than can be tried at once.`}{' '}
        Nothing is saved yet.
      </p>
    </div>
  );
}

function shareWord({ part, whole, share }: Outlook['callbackRate']): string {
  return share === null ? '–' : `${Math.round(share * 100)} % (${part} of ${whole})`;
}
