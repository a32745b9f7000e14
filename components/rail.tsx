import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import type { Person } from '@/domain/person';
import { DeskLink, type Go } from './desk-link';
import { Mark } from './mark';
import { RailNumbers } from './rail-numbers';
import { type Page, RailPages } from './rail-pages';
import { RailViews } from './rail-views';
import type { Place } from './views';
import { WhoYouAre } from './who-you-are';

type Props = {
  /** Where on the board the reader is; null on a page beside it. */
  place: Place | null;
  page?: Page;
  board: BoardJson;
  by: Person;
  /** The reader's own views. */
  saved?: ReactNode;
  onGo?: Go;
};

/** The left rail: the views, our numbers, the pages beside the board, and who is sitting here. */
export function Rail({ place, page, board: { name, counts, dids }, by, saved, onGo }: Props) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line px-2.5 py-4 md:flex">
      <p className="px-2 pb-3 text-[14px] font-semibold">
        <DeskLink to="/" onGo={onGo} className="flex items-center gap-2.5">
          <Mark />
          <bdi className="line-clamp-2 min-w-0 leading-tight wrap-anywhere">{name ?? 'Ringback'}</bdi>
        </DeskLink>
      </p>
      <RailViews place={place} counts={counts} by={by} onGo={onGo} />
      {saved}
      {dids.length > 0 && <RailNumbers place={place} dids={dids} counts={counts} onGo={onGo} />}
      <RailPages by={by} page={page} quarantined={counts.quarantined} />
      <WhoYouAre name={by.name} isCurrent={page === 'account'} />
    </aside>
  );
}
