'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Toaster } from 'sonner';
import { CaseTable } from '@/components/case-table';
import { DidChips } from '@/components/did-chips';
import { EmptyBoard } from '@/components/empty-board';
import { Figures } from '@/components/figures';
import { KeysDialog } from '@/components/keys-dialog';
import { KeysFooter } from '@/components/keys-footer';
import { MoreRows } from '@/components/more-rows';
import { Rail } from '@/components/rail';
import { isPastTarget } from '@/components/row-state';
import { SignedOutLine } from '@/components/signed-out-line';
import { TopBar } from '@/components/top-bar';
import { ViewBar } from '@/components/view-bar';
import { caseQuery, pageAddress, placeOf, placeOfCaseQuery, viewWords } from '@/components/views';
import { didWord } from '@/components/words';
import type { Person } from '@/domain/person';
import type { LoadedBoard } from './board-fetch';
import { useBoardKeys } from './board-keys';
import { useBoardPoll } from './board-poll';
import { useDeskRows } from './desk-rows';
import { useTickingClock } from './ticking-clock';

type Props = {
  /** The rows of the first paint, with the query that they answer. */
  first: LoadedBoard;
  /** The server's time when it drew them, ms. */
  firstNow: number;
  /** Who looks. */
  by: Person;
  zone: string;
};

const searchPauseMs = 150;

/** The board: rows that keep themselves fresh, and what a person does about them. */
export function LiveBoard({ first, firstNow, by, zone }: Props) {
  const asked = placeOf(useSearchParams());
  const { loaded, line, replaceCase, refresh } = useBoardPoll(caseQuery(asked).toString(), first, firstNow);
  // What is said on the page is about the rows that came, not about those that were asked for.
  const place = placeOfCaseQuery(loaded.query);
  const { board } = loaded;
  const now = useTickingClock(firstNow);
  const [areKeysShown, showKeys] = useState(false);
  const { rows, selectedKey, opened, drafts, watch, on, acts } = useDeskRows({
    cases: board.cases,
    place,
    zone,
    by,
    replaceCase,
    refresh,
  });
  useBoardKeys({ ...acts, search: focusSearch, showKeys: () => showKeys(true) });

  const lateCount = rows.filter((row) => isPastTarget(row.case, now)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: time alone made a row late; the figures follow
  useEffect(() => void refresh(), [lateCount, refresh]);

  const searchTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onSearch = (text: string) => {
    clearTimeout(searchTimer.current);
    searchTimer.current = setTimeout(() => {
      const { view, did } = asked;
      window.history.replaceState(null, '', pageAddress({ view, did, q: text.trim() }));
    }, searchPauseMs);
  };

  const did = board.dids.find(({ key }) => key === place.did);
  const didLabel = did ? didWord(did) : place.did;
  const { counts } = board;
  return (
    <div className="flex min-h-dvh">
      <title>{counts.open > 0 ? `(${counts.open}) Ringback` : 'Ringback'}</title>
      <Rail place={place} board={board} by={by} onGo={go} />
      <div className="flex min-w-0 grow flex-col">
        <TopBar
          place={place}
          asked={asked}
          didLabel={didLabel}
          waiting={place.view === 'open' ? counts.open : null}
          line={line}
          now={now}
          zone={zone}
          onGo={go}
          onSearch={onSearch}
        />
        <main className="flex grow flex-col" aria-busy={asked.view !== place.view || asked.did !== place.did}>
          <SignedOutLine line={line} now={now} zone={zone} />
          <noscript>
            <p className="px-5 pt-3 text-middle">
              Without JavaScript the rows stay as they were. Reload to refresh.
            </p>
          </noscript>
          <DidChips place={place} board={board} onGo={go} />
          <Figures counts={counts} />
          <div {...watch}>
            {rows.length > 0 ? (
              <CaseTable
                rows={rows}
                view={place.view}
                caption={`${viewWords[place.view]}: callers`}
                selectedKey={selectedKey}
                opened={opened}
                drafts={drafts}
                now={now}
                zone={zone}
                on={on}
              />
            ) : (
              <EmptyBoard place={place} board={board} didLabel={didLabel} onGo={go} />
            )}
          </div>
          <MoreRows place={place} hasMore={board.next !== null} onGo={go} />
        </main>
        <KeysFooter zone={zone} by={by} onShowKeys={() => showKeys(true)} />
        <ViewBar place={place} board={board} onGo={go} />
      </div>
      <p className="sr-only" aria-live="polite">
        {counts.open} waiting
      </p>
      <KeysDialog by={by} isOpen={areKeysShown} onClose={() => showKeys(false)} />
      <Toaster
        className="toasts"
        theme="system"
        position="bottom-center"
        offset={{ bottom: 48 }}
        mobileOffset={{ bottom: 72 }}
      />
    </div>
  );
}

function go(address: string): void {
  window.history.pushState(null, '', address);
  window.scrollTo({ top: 0 });
}

function focusSearch(): void {
  const field = document.getElementById('search');
  if (field instanceof HTMLInputElement) field.select();
}
