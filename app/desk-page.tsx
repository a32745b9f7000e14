'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { AllMessagesProvider } from '@/components/all-messages-provider';
import { CountInTab } from '@/components/count-in-tab';
import { KeysFooter } from '@/components/keys-footer';
import { LineWord } from '@/components/line-word';
import { Rail } from '@/components/rail';
import type { Page } from '@/components/rail-pages';
import type { SavedViewJson } from '@/components/saved-views';
import { SignedOutLine } from '@/components/signed-out-line';
import { ViewBar } from '@/components/view-bar';
import type { Person } from '@/domain/person';
import type { LoadedBoard } from './board-fetch';
import { useBoardPoll } from './board-poll';
import { LazyNotices } from './lazy-notices';
import { useOwnViews } from './own-views';
import { useTickingClock } from './ticking-clock';
import { Toasts } from './toasts';

type Props = {
  page: Page;
  heading: string;
  /** The counts of the first paint. */
  first: LoadedBoard;
  /** The server's time when it drew them, ms. */
  firstNow: number;
  zone: string;
  by: Person;
  /** The reader's own. */
  views: SavedViewJson[];
  children: ReactNode;
};

type DeskPageState = {
  /** Who looks and acts. */
  by: Person;
  /** Rises with every change of the desk. */
  revision: number;
  refresh: () => Promise<unknown>;
  /** ms. */
  now: number;
  zone: string;
};

const DeskPageContext = createContext<DeskPageState | null>(null);

/** What a page beside the board knows of the desk around it. */
export function useDeskPage(): DeskPageState {
  const state = useContext(DeskPageContext);
  if (!state) throw new Error('This belongs inside of a DeskPage.');
  return state;
}

/** A page beside the board: the rail with its counts, the line to the server, and who is sitting here. */
export function DeskPage({ page, heading, first, firstNow, zone, by, views, children }: Props) {
  const { loaded, line, refresh } = useBoardPoll(first.query, first, firstNow);
  const now = useTickingClock(firstNow);
  const { board } = loaded;
  const own = useOwnViews(views, { current: null, words: null });
  return (
    <div className="flex min-h-dvh">
      <CountInTab
        open={board.counts.open}
        overdue={board.counts.overdue}
        heading={heading}
        deskName={board.name}
      />
      <Rail place={null} page={page} board={board} by={by} saved={own.list('rail-saved')} />
      <div className="flex min-w-0 grow flex-col">
        <header className="sticky top-0 z-3 flex min-h-14 items-center gap-3 border-b border-line bg-ground px-4 py-2 md:px-5">
          <h1 className="truncate text-[17px] font-semibold md:text-title">{heading}</h1>
          <div className="flex items-center gap-1.5 max-md:ml-auto">
            <LineWord line={line} now={now} zone={zone} />
            <LazyNotices revision={board.revision} />
          </div>
        </header>
        <main className="flex grow flex-col">
          <SignedOutLine line={line} now={now} zone={zone} />
          <DeskPageContext value={{ by, revision: board.revision, refresh, now, zone }}>
            <AllMessagesProvider>{children}</AllMessagesProvider>
          </DeskPageContext>
        </main>
        <KeysFooter zone={zone} by={by} />
        <ViewBar place={null} board={board} />
      </div>
      {own.dialog}
      <Toasts />
    </div>
  );
}
