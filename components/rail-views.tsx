import type { BoardJson } from '@/domain/case-json';
import type { Person } from '@/domain/person';
import type { Go } from './desk-link';
import { RailCount, RailLink } from './rail-link';
import { useMessages } from './use-messages';
import { ViewIcon } from './view-icon';
import { type Place, pageAddress, type View, viewOrder } from './views';

type Counts = BoardJson['counts'];

type Props = { place: Place | null; counts: Counts; by: Person; onGo?: Go };

/** The views of the board, each with how many it holds. */
export function RailViews({ place, counts, by, onGo }: Props) {
  const m = useMessages();
  return (
    <nav aria-label={m.board.views}>
      <ul className="flex flex-col gap-px">
        {shownViews(place, counts).map((view) => (
          <RailLink
            key={view}
            to={pageAddress({ view, did: place?.did })}
            isCurrent={place?.view === view}
            onGo={onGo}
          >
            <ViewIcon view={view} />
            <span className="grow truncate">{m.find.views[view]}</span>
            <RailCount
              of={viewCount(view, counts, by)}
              unit={view === 'closed' ? m.board.today : undefined}
            />
          </RailLink>
        ))}
      </ul>
    </nav>
  );
}

/** Calls without a number have a view of their own where there are any. */
export function shownViews(place: Place | null, counts: Counts): View[] {
  return viewOrder.filter(
    (view) => view !== 'uncallable' || counts.uncallable > 0 || place?.view === 'uncallable',
  );
}

/** Null where nobody has counted: all that there ever were would take long. */
function viewCount(view: View, counts: Counts, by: Person): number | null {
  if (view === 'mine') return Object.hasOwn(counts.byPerson, by.name) ? counts.byPerson[by.name]! : 0;
  if (view === 'open') return counts.open;
  if (view === 'attempted') return counts.attempted;
  if (view === 'snoozed') return counts.snoozed;
  if (view === 'uncallable') return counts.uncallable;
  return view === 'closed' ? counts.closedToday : null;
}
