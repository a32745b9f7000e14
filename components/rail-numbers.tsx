import clsx from 'clsx';
import type { BoardJson } from '@/domain/case-json';
import type { Go } from './desk-link';
import { RailCount, RailHeading, RailLink } from './rail-link';
import { useMessages } from './use-messages';
import { type Place, pageAddress } from './views';
import { didWord } from './words';

type Props = { place: Place | null; dids: BoardJson['dids']; counts: BoardJson['counts']; onGo?: Go };

/** Our numbers, each with how many callers wait on it. */
export function RailNumbers({ place, dids, counts, onGo }: Props) {
  const m = useMessages();
  const numbers = [
    { key: null, word: m.board.allNumbers, waiting: counts.open, colour: 'border-edge' },
    ...dids.map((did, place) => ({
      key: did.key,
      word: didWord(did),
      waiting: counts.byDid[did.key] ?? 0,
      colour: colourOf(place),
    })),
  ];
  return (
    <nav aria-labelledby="rail-numbers">
      <RailHeading id="rail-numbers">{m.board.numbers}</RailHeading>
      <ul className="flex flex-col gap-px">
        {numbers.map(({ key, word, waiting, colour }) => (
          <RailLink
            key={key}
            to={pageAddress({ view: place?.view, did: key })}
            isCurrent={place?.did === key}
            onGo={onGo}
          >
            <Dot colour={colour} />
            <span className="grow truncate">{word}</span>
            <RailCount of={waiting} />
          </RailLink>
        ))}
      </ul>
    </nav>
  );
}

/** The colour of a number comes with its label, for nobody is to learn colours. */
function Dot({ colour }: { colour: string }) {
  return (
    <span aria-hidden="true" className="flex w-4 justify-center">
      <span className={clsx('size-2 rounded-full border-[1.5px]', colour)} />
    </span>
  );
}

const colours = ['bg-did-1', 'bg-did-2', 'bg-did-3', 'bg-did-4', 'bg-did-5', 'bg-did-6'];

function colourOf(place: number): string {
  return `border-transparent ${colours[place % colours.length]}`;
}
