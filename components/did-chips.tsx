import clsx from 'clsx';
import type { BoardJson } from '@/domain/case-json';
import { DeskLink, type Go } from './desk-link';
import { useMessages } from './use-messages';
import { type Place, pageAddress } from './views';
import { didWord } from './words';

type Props = { place: Place; board: BoardJson; onGo: Go };

/** On a phone, our numbers as chips above the rows. */
export function DidChips({ place, board, onGo }: Props) {
  const m = useMessages();
  const { counts, dids } = board;
  if (dids.length < 2) return null;
  const all = { key: null, word: m.board.allChip, count: counts.open };
  const chips = [
    all,
    ...dids.map((did) => ({ key: did.key, word: didWord(did), count: counts.byDid[did.key] ?? 0 })),
  ];
  return (
    <nav
      aria-label={m.board.numbersAsChips}
      className="relative overflow-x-auto border-b border-line md:hidden"
    >
      <ul className="flex w-max gap-1.5 px-4 py-2.5">
        {chips.map(({ key, word, count }) => (
          <li key={key}>
            <DeskLink
              to={pageAddress({ view: place.view, did: key })}
              isCurrent={place.did === key}
              onGo={onGo}
              className={clsx(
                'flex h-8 items-center gap-1.5 rounded-full border px-3 whitespace-nowrap',
                place.did === key
                  ? 'border-strong bg-strong text-ground'
                  : 'border-line bg-panel text-middle',
              )}
            >
              {word} <span>{count}</span>
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
