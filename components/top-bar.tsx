import type { ReactNode } from 'react';
import { type Line, LineWord } from './line-word';
import { PauseButton } from './pause-button';
import { SearchBox } from './search-box';
import { useMessages } from './use-messages';
import type { Place } from './views';
import { counted } from './when';

type Props = {
  place: Place;
  /** Where the reader wants to be; its rows may be on their way. */
  asked: Place;
  didLabel: string | null;
  /** How many wait, where the view is about them. */
  waiting: number | null;
  line: Line;
  isPaused: boolean;
  onPause: (isPaused: boolean) => void;
  /** What else belongs beside the line's word. */
  notices: ReactNode;
  now: number;
  zone: string;
  onSearch: (text: string) => void;
  /** Beside the search. */
  tools: ReactNode;
};

/** What is shown, whether it is true at this moment, and the search. */
export function TopBar(props: Props) {
  const { place, asked, didLabel, waiting, line, isPaused, onPause, notices, now, zone, onSearch } = props;
  const m = useMessages();
  return (
    <header className="sticky top-0 z-3 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-ground px-4 py-2 md:px-5">
      <h1 className="flex min-w-0 items-baseline gap-2 text-[17px] font-semibold md:text-title">
        {m.find.views[place.view]}
        {didLabel && <span className="truncate font-normal text-middle">{didLabel}</span>}
      </h1>
      {waiting !== null && (
        <p className="whitespace-nowrap text-quiet md:hidden">{m.board.waiting(counted(waiting, m))}</p>
      )}
      <div className="ml-auto flex items-center gap-1.5 md:ml-0">
        <LineWord line={line} now={now} zone={zone} />
        <PauseButton isPaused={isPaused} onPause={onPause} />
        {notices}
      </div>
      <SearchBox place={asked} onSearch={onSearch} />
      {props.tools}
    </header>
  );
}
