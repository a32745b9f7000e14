import { useAllMessages } from '@/components/use-messages';
import type { Costs } from './live-costs';

/** What calls cost by day and number, the newest day first. */
export function CostTable({ costs: { costs, total, days } }: { costs: Costs }) {
  const { data } = useAllMessages();
  return (
    <table className="w-full text-left">
      <caption className="pb-2 text-left text-middle">
        {data.total(days, <strong className="font-semibold text-strong tabular-nums">{total}</strong>)}
      </caption>
      <thead>
        <tr className="border-b border-line text-quiet">
          <th scope="col" className="py-1.5 font-medium">
            {data.day}
          </th>
          <th scope="col" className="font-medium">
            {data.number}
          </th>
          <th scope="col" className="text-right font-medium">
            {data.recordsColumn}
          </th>
          <th scope="col" className="text-right font-medium">
            {data.cost}
          </th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ day, did, cost, legs }) => (
          <tr key={`${day} ${did.display}`} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {day}
            </th>
            <td>{did.display === 'unknown' ? data.numberUnknown : (did.label ?? did.display)}</td>
            <td className="text-right tabular-nums">{legs}</td>
            <td className="text-right tabular-nums">{cost}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
