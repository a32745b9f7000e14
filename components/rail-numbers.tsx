import clsx from 'clsx';
import type { BoardJson } from '@/domain/case-json';
import type { Go } from './desk-link';
import { RailCount, RailHeading, RailLink } from './rail-link';
import { type Place, pageAddress } from './views';
import { didWord } from './words';

type Props = { place: Place | null; dids: BoardJson['dids']; counts: BoardJson['counts']; onGo?: Go };

/** Our numbers, each with how many callers wait on it. */
export function RailNumbers({ place, dids, counts, onGo }: Props) {
  const numbers = [
    { key: null, word: 'All numbers', waiting: counts.open },
    ...dids.map((did) => ({ key: did.key, word: didWord(did), waiting: counts.byDid[did.key] ?? 0 })),
  ];
  return (
    <nav aria-labelledby="rail-numbers">
      <RailHeading id="rail-numbers">Numbers</RailHeading>
      <ul className="flex flex-col gap-px">
        {numbers.map(({ key, word, waiting }) => (
          <RailLink
            key={key}
            to={pageAddress({ view: place?.view, did: key })}
            isCurrent={place?.did === key}
            onGo={onGo}
          >
            <Dot isFilled={waiting > 0} />
            <span className="grow truncate">{word}</span>
            <RailCount of={waiting} />
          </RailLink>
        ))}
      </ul>
    </nav>
  );
}

function Dot({ isFilled }: { isFilled: boolean }) {
  return (
    <span aria-hidden="true" className="flex w-4 justify-center">
      <span className={clsx('size-2 rounded-full border-[1.5px] border-edge', isFilled && 'bg-edge')} />
    </span>
  );
}
