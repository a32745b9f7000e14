import type { Costs } from './live-costs';

/** What calls cost by day and number, the newest day first. */
export function CostTable({ costs: { costs, total, days } }: { costs: Costs }) {
  return (
    <table className="w-full text-left">
      <caption className="pb-2 text-left text-middle">
        The last {days} days: <strong className="font-semibold text-strong tabular-nums">{total}</strong> in
        all, in the currency of the account.
      </caption>
      <thead>
        <tr className="border-b border-line text-quiet">
          <th scope="col" className="py-1.5 font-medium">
            Day
          </th>
          <th scope="col" className="font-medium">
            Number
          </th>
          <th scope="col" className="text-right font-medium">
            Records
          </th>
          <th scope="col" className="text-right font-medium">
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ day, did, cost, legs }) => (
          <tr key={`${day} ${did.display}`} className="border-b border-line">
            <th scope="row" className="py-1.5 font-normal">
              {day}
            </th>
            <td>{did.label ?? did.display}</td>
            <td className="text-right tabular-nums">{legs}</td>
            <td className="text-right tabular-nums">{cost}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
