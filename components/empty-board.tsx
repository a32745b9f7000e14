import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { DeskLink, type Go } from './desk-link';
import { type Place, pageAddress } from './views';

type Props = { place: Place; board: BoardJson; didLabel: string | null; onGo: Go };

/** No rows, and why: an empty list must mean what it says. */
export function EmptyBoard({ place, board, didLabel, onGo }: Props) {
  const { view, did, q } = place;
  const { heading, line } = emptySentences(place, board, didLabel);
  const isEverybodyServed = view === 'open' && q === null && board.dids.length > 0;
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-24 text-center">
      {isEverybodyServed && (
        <CircleCheck className="mb-1 size-7 text-reached" strokeWidth={1.5} aria-hidden="true" />
      )}
      <p className="max-w-full text-title font-semibold wrap-anywhere">{heading}</p>
      {line && <p className="max-w-md text-middle">{line}</p>}
      <p className="mt-2 flex gap-2 empty:hidden">
        {q && view !== 'all' && (
          <DeskLink to={pageAddress({ view: 'all', did, q })} onGo={onGo} className="button">
            Search in all
          </DeskLink>
        )}
        {(did !== null || q !== null) && (
          <DeskLink to={pageAddress(q ? { view, did } : { view })} onGo={onGo} className="button">
            {q ? 'Clear the search' : 'Show all numbers'}
          </DeskLink>
        )}
      </p>
    </div>
  );
}

type Sentences = { heading: string; line?: ReactNode };

function emptySentences(
  { view, q, did }: Place,
  { dids, counts }: BoardJson,
  label: string | null,
): Sentences {
  const onDid = did === null ? '' : ` on ${label ?? did}`;
  if (q) return { heading: `Nothing matches “${q}”${onDid}.` };
  if (dids.length === 0) return { heading: 'No calls yet. Waiting for the first record…', line: webhookHint };
  if (view === 'closed') return { heading: `Nothing is done yet${onDid}.` };
  if (view === 'snoozed') return { heading: `Nobody is snoozed${onDid}.` };
  if (view === 'uncallable') return { heading: `No call without a number${onDid}.` };
  if (view === 'all') return { heading: `No missed calls${onDid}.` };
  return { heading: `Nobody is waiting${onDid}.`, line: doneSentence(counts, did !== null) };
}

const webhookHint = (
  <>
    PIOPIY sends its records to the webhook URL that <code className="text-strong">npm start</code> printed.
    The first missed call shows up here by itself.
  </>
);

function doneSentence({ closedToday, open }: BoardJson['counts'], isFiltered: boolean): string | null {
  if (isFiltered && open > 0)
    return `${open} ${open === 1 ? 'caller waits' : 'callers wait'} on other numbers.`;
  return closedToday > 0 ? `${closedToday} done today.` : null;
}
