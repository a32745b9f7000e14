import clsx from 'clsx';
import { BookText, Circle, CircleCheck, CircleSlash, Flag, List, Moon, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { DeskLink, type Go } from './desk-link';
import { Mark } from './mark';
import { type Place, pageAddress, type View, viewOrder, viewWords } from './views';
import { WhoYouAre } from './who-you-are';
import { didWord } from './words';

/** The pages beside the board. */
export type Page = 'quarantine' | 'settings' | 'case';

type Props = {
  /** Where on the board the reader is; null on a page beside it. */
  place: Place | null;
  page?: Page;
  board: BoardJson;
  name: string | null;
  onGo?: Go;
  onChangeName: () => void;
};

/** The left rail: the views, our numbers, the pages beside the board, and who is sitting here. */
export function Rail({ place, page, board, name, onGo, onChangeName }: Props) {
  const { counts, dids } = board;
  const toDid = (did: string | null) => pageAddress({ view: place?.view, did });
  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line px-2.5 py-4 md:flex">
      <p className="px-2 pb-3 text-[14px] font-semibold">
        <DeskLink to="/" onGo={onGo} className="flex items-center gap-2.5">
          <Mark />
          Ringback
        </DeskLink>
      </p>
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
              <Count of={viewCount(view, counts)} unit={view === 'closed' ? 'today' : undefined} />
            </RailLink>
          ))}
        </ul>
      </nav>
      {dids.length > 0 && (
        <nav aria-labelledby="rail-numbers">
          <RailHeading id="rail-numbers">Numbers</RailHeading>
          <ul className="flex flex-col gap-px">
            <RailLink to={toDid(null)} isCurrent={place?.did === null} onGo={onGo}>
              <Dot isFilled={counts.open > 0} />
              <span className="grow truncate">All numbers</span>
              <Count of={counts.open} unit={undefined} />
            </RailLink>
            {dids.map((did) => (
              <RailLink key={did.key} to={toDid(did.key)} isCurrent={place?.did === did.key} onGo={onGo}>
                <Dot isFilled={(counts.byDid[did.key] ?? 0) > 0} />
                <span className="grow truncate">{didWord(did)}</span>
                <Count of={counts.byDid[did.key] ?? 0} unit={undefined} />
              </RailLink>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-labelledby="rail-desk">
        <RailHeading id="rail-desk">Desk</RailHeading>
        <ul className="flex flex-col gap-px">
          <RailLink to="/quarantine" isCurrent={page === 'quarantine'}>
            <Flag {...asIcon} />
            <span className="grow truncate">Not understood</span>
            <Count of={counts.quarantined} unit={undefined} />
          </RailLink>
          <RailLink to="/settings" isCurrent={page === 'settings'}>
            <Settings {...asIcon} />
            Settings
          </RailLink>
          <RailLink to="/rules">
            <BookText {...asIcon} />
            Rules
          </RailLink>
        </ul>
      </nav>
      <WhoYouAre name={name} onChangeName={onChangeName} />
    </aside>
  );
}

function RailHeading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <h2 id={id} className="px-2 pt-5 pb-1.5 text-small text-quiet">
      {children}
    </h2>
  );
}

type RailLinkProps = Parameters<typeof DeskLink>[0];

function RailLink({ isCurrent, ...link }: RailLinkProps) {
  return (
    <li>
      <DeskLink
        {...link}
        isCurrent={isCurrent}
        className={clsx(
          'flex h-[30px] items-center gap-2.5 rounded-corner px-2',
          isCurrent ? 'bg-chip font-medium text-strong' : 'text-middle hover:bg-hover hover:text-strong',
        )}
      />
    </li>
  );
}

function Count({ of, unit }: { of: number | null; unit: string | undefined }) {
  if (of === null) return null;
  return (
    <span className="text-small text-quiet">
      {of}
      {unit && ` ${unit}`}
    </span>
  );
}

function Dot({ isFilled }: { isFilled: boolean }) {
  return (
    <span aria-hidden="true" className="flex w-4 justify-center">
      <span className={clsx('size-2 rounded-full border-[1.5px] border-edge', isFilled && 'bg-edge')} />
    </span>
  );
}

const viewIcons = { open: Circle, snoozed: Moon, uncallable: CircleSlash, closed: CircleCheck, all: List };

export function ViewIcon({ view }: { view: View }) {
  const Icon = viewIcons[view];
  return <Icon {...asIcon} />;
}

const asIcon = { className: 'size-4 shrink-0', strokeWidth: 1.75, 'aria-hidden': true } as const;

function viewCount(view: View, counts: BoardJson['counts']): number | null {
  if (view === 'open') return counts.open;
  if (view === 'snoozed') return counts.snoozed;
  if (view === 'uncallable') return counts.uncallable;
  return view === 'closed' ? counts.closedToday : null;
}
