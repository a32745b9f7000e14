import clsx from 'clsx';
import type { BoardJson } from '@/domain/case-json';
import { DeskLink, type Go } from './desk-link';
import { shownViews } from './rail-views';
import { useMessages } from './use-messages';
import { ViewIcon } from './view-icon';
import { type Place, pageAddress } from './views';

/** `place` is null on a page beside the board. */
type Props = { place: Place | null; board: BoardJson; onGo?: Go };

/** On a phone, the views at the foot of the screen. */
export function ViewBar({ place, board, onGo }: Props) {
  const m = useMessages();
  return (
    <nav
      aria-label={m.board.viewsAtFoot}
      className="sticky bottom-0 z-3 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {shownViews(place, board.counts).map((view) => (
          <li key={view} className="min-w-0 grow basis-0">
            <DeskLink
              to={pageAddress({ view, did: place?.did })}
              isCurrent={place?.view === view}
              onGo={onGo}
              className={clsx(
                'flex h-14 flex-col items-center justify-center gap-0.5 text-tiny',
                place?.view === view ? 'font-medium text-accent' : 'text-middle',
              )}
            >
              <ViewIcon view={view} />
              <span className="max-w-full truncate">
                {m.find.views[view]}
                {view === 'open' && board.counts.open > 0 && ` ${board.counts.open}`}
              </span>
            </DeskLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
