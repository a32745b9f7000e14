import type { Go } from './desk-link';
import { type Line, LineWord } from './line-word';
import { SearchBox } from './search-box';
import { type Place, viewWords } from './views';

type Props = {
  place: Place;
  /** Where the reader wants to be; its rows may be on their way. */
  asked: Place;
  didLabel: string | null;
  /** How many wait, where the view is about them. */
  waiting: number | null;
  line: Line;
  now: number;
  zone: string;
  onGo: Go;
  onSearch: (text: string) => void;
};

/** What is shown, whether it is true at this moment, and the search. */
export function TopBar({ place, asked, didLabel, waiting, line, now, zone, onGo, onSearch }: Props) {
  return (
    <header className="sticky top-0 z-3 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-ground px-4 py-2 md:px-5">
      <h1 className="flex min-w-0 items-baseline gap-2 text-[17px] font-semibold md:text-title">
        {viewWords[place.view]}
        {didLabel && <span className="truncate font-normal text-middle">{didLabel}</span>}
      </h1>
      {waiting !== null && <p className="whitespace-nowrap text-quiet md:hidden">{waiting} waiting</p>}
      <div className="ml-auto md:ml-0">
        <LineWord line={line} now={now} zone={zone} />
      </div>
      <SearchBox place={asked} onGo={onGo} onSearch={onSearch} />
    </header>
  );
}
