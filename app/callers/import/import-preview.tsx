'use client';

import { useState } from 'react';
import { useAllMessages } from '@/components/use-messages';
import { counted } from '@/components/when';
import type { ImportJson } from '@/domain/import-json';
import { ColumnChoice } from './column-choice';
import { FaultTable } from './fault-table';
import type { ImportAsked } from './import-post';

type Props = {
  found: ImportJson;
  isBusy: boolean;
  onSettings: (given: Partial<ImportAsked>) => void;
  onImport: (leavesFaultyOut: boolean) => void;
};

/** What the list would change, what is wrong with it, and the word that it may be saved. */
export function ImportPreview({ found, isBusy, onSettings, onImport }: Props) {
  const m = useAllMessages();
  const { callers } = m;
  const [leavesOut, leaveOut] = useState(false);
  const { fresh, changed, unchanged, doubled, faulty, openQuote } = found;
  const roles = found.columns.map(({ role }) => role);
  const isChosen = roles.includes('number') && (roles.includes('name') || roles.includes('company'));
  const isReady = isChosen && openQuote === null && fresh + changed > 0 && (faulty === 0 || leavesOut);
  const counts = [
    [fresh, callers.foundNew],
    [changed, callers.foundChanged],
    [unchanged, callers.foundUnchanged],
    [doubled, callers.foundDoubled],
    [faulty, callers.foundFaulty],
  ] as const;
  return (
    <section aria-labelledby="found" className="flex flex-col gap-4 border-t border-line pt-4">
      <h2 id="found" className="text-title font-semibold">
        {callers.found}
      </h2>
      <ColumnChoice found={found} onSettings={onSettings} />
      {!isChosen && <p className="text-overdue">{callers.chooseColumns}</p>}
      <ul aria-labelledby="found" className="flex flex-wrap gap-x-6 gap-y-1">
        {counts.map(([count, word]) => (
          <li key={word}>
            <strong className="font-semibold">{counted(count, m)}</strong> {word}
          </li>
        ))}
      </ul>
      {openQuote !== null && <p className="text-overdue">{callers.openQuote(openQuote)}</p>}
      {found.changes.length > 0 && <Changes found={found} />}
      {faulty > 0 && (
        <>
          <FaultTable found={found} />
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={leavesOut} onChange={(event) => leaveOut(event.target.checked)} />
            {callers.leaveOut(faulty)}
          </label>
        </>
      )}
      <p className="flex items-center gap-3">
        <button
          type="button"
          className="button button-primary max-md:h-9"
          disabled={!isReady || isBusy}
          onClick={() => onImport(leavesOut)}
        >
          {callers.importNow(fresh + changed)}
        </button>
        {isChosen && openQuote === null && fresh + changed === 0 && (
          <span className="text-quiet">{callers.nothingNew}</span>
        )}
      </p>
    </section>
  );
}

function Changes({ found: { changes, fresh, changed } }: Pick<Props, 'found'>) {
  const { callers } = useAllMessages();
  return (
    <details open={changed > 0}>
      <summary className="min-h-6 font-medium">
        {callers.changes}
        {fresh + changed > changes.length && (
          <span className="font-normal text-quiet">, {callers.changesFirst(changes.length)}</span>
        )}
      </summary>
      <ul className="flex flex-col pt-1">
        {changes.map(({ display, was, is }) => (
          <li key={display} className="flex flex-wrap gap-x-3 border-t border-line py-1 first:border-0">
            <span className="w-36 text-quiet tabular-nums">{display}</span>
            <bdi className="font-medium wrap-anywhere">{is}</bdi>
            {was !== null && <bdi className="text-middle wrap-anywhere">{callers.was(was)}</bdi>}
          </li>
        ))}
      </ul>
    </details>
  );
}
