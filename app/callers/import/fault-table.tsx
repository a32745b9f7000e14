import { useAllMessages } from '@/components/use-messages';
import type { ImportJson } from '@/domain/import-json';

/** What is wrong with which line. */
export function FaultTable({ found: { faults, faulty } }: { found: ImportJson }) {
  const { callers } = useAllMessages();
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left">
        <caption className="pb-1 text-left font-medium">
          {callers.faults}
          {faulty > faults.length && (
            <span className="font-normal text-quiet">, {callers.faultsFirst(faults.length)}</span>
          )}
        </caption>
        <thead className="text-small text-quiet">
          <tr>
            <th scope="col" className="pr-4 font-normal">
              {callers.line}
            </th>
            <th scope="col" className="pr-4 font-normal">
              {callers.reason}
            </th>
            <th scope="col" className="font-normal">
              {callers.text}
            </th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ line, reason, text, otherLine }) => (
            <tr key={`${line} ${text}`} className="border-t border-line align-top">
              <td className="py-1 pr-4">{line}</td>
              <td className="py-1 pr-4">
                {callers.faultReasons[reason]}
                {otherLine !== undefined && callers.otherLine(otherLine)}
              </td>
              <td className="py-1 wrap-anywhere text-middle">
                <bdi>{text}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
