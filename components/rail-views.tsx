import type { BoardJson } from '@/domain/case-json';
import type { Go } from './desk-link';
import { RailCount, RailLink } from './rail-link';
import { ViewIcon } from './view-icon';
import { type Place, pageAddress, type View, viewOrder, viewWords } from './views';

type Counts = BoardJson['counts'];

type Props = { place: Place | null; counts: Counts; onGo?: Go };

/** The views of the board, each with how many it holds. */
export function RailViews({ place, counts, onGo }: Props) {
  return (
    <nav aria-label="Views">
      <ul className="flex flex-col gap-px">
        {viewOrder.map((view) => (
          <RailLink
            key={view}
            to={pageAddress({ view, did: place?.did })}
            isCurrent={place?.view === view}
            onGo={onGo}
          >
            <ViewIcon view={view} />
            <span className="grow truncate">{viewWords[view]}</span>
            <RailCount of={viewCount(view, counts)} unit={view === 'closed' ? 'today' : undefined} />
          </RailLink>
        ))}
      </ul>
    </nav>
  );
}

function viewCount(view: View, counts: Counts): number | null {
  if (view === 'open') return counts.open;
  if (view === 'snoozed') return counts.snoozed;
  if (view === 'uncallable') return counts.uncallable;
  return view === 'closed' ? counts.closedToday : null;
}
