'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { caseAddress } from '@/components/case-address';
import { CaseTable } from '@/components/case-table';
import { CountInTab } from '@/components/count-in-tab';
import { DidChips } from '@/components/did-chips';
import { Figures } from '@/components/figures';
import { activeFilters } from '@/components/filters';
import { FindTools } from '@/components/find-tools';
import type { Row } from '@/components/held-rows';
import { KeysFooter } from '@/components/keys-footer';
import { MoreRows } from '@/components/more-rows';
import { Rail } from '@/components/rail';
import { isPastTarget } from '@/components/row-state';
import type { SavedViewJson } from '@/components/saved-views';
import { TopBar } from '@/components/top-bar';
import { useEver } from '@/components/use-ever';
import { useMessages } from '@/components/use-messages';
import { ViewBar } from '@/components/view-bar';
import {
  caseQuery,
  isSamePlace,
  pageAddress,
  placeOf,
  placeOfCaseQuery,
  placeParams,
  rowsAtFirst,
} from '@/components/views';
import { didWord } from '@/components/words';
import { type Person, sightOf } from '@/domain/person';
import type { SilenceJson } from '@/domain/silence';
import type { LoadedBoard } from './board-fetch';
import { useBoardKeys } from './board-keys';
import { useBoardPoll } from './board-poll';
import { type FirstCase, useCaseAtSide } from './case-at-side';
import { useDeskRows } from './desk-rows';
import { type LoadedFigures, useFigures } from './figures-poll';
import { LazyNotices } from './lazy-notices';
import { useOwnViews } from './own-views';
import {
  CasePanel,
  CountsAloud,
  EmptyList,
  FilterChips,
  fetchPieces,
  KeysDialog,
  LinesAbove,
  NewRowsBar,
  Palette,
  SelectionBar,
  Swipes,
} from './pieces';
import { useTickingClock } from './ticking-clock';
import { Toasts } from './toasts';

type Props = {
  /** The rows of the first paint, with the query that they answer. */
  first: LoadedBoard;
  /** The case at the side, where the address names one. */
  firstCase: FirstCase | null;
  firstFigures: LoadedFigures;
  /** The server's time when it drew them, ms. */
  firstNow: number;
  /** Who looks. */
  by: Person;
  /** The reader's own. */
  views: SavedViewJson[];
  zone: string;
  firstSilence: SilenceJson;
};

const searchPauseMs = 150;

/** The board: rows that keep themselves fresh, and what a person does about them. */
export function LiveBoard({
  first,
  firstCase,
  firstFigures,
  firstSilence,
  firstNow,
  by,
  views,
  zone,
}: Props) {
  const m = useMessages();
  const asked = placeOf(useSearchParams(), by.name);
  const { loaded, line, replaceCase, refresh } = useBoardPoll(
    caseQuery(asked, by.name).toString(),
    first,
    firstNow,
  );
  // What is said on the page is about the rows that came, not about those that were asked for.
  const place = placeOfCaseQuery(loaded.query, by.name);
  const { board } = loaded;
  const now = useTickingClock(firstNow);
  const [areKeysShown, showKeys] = useState(false);
  const wereKeysShown = useEver(areKeysShown);
  const [isPaletteShown, showPalette] = useState(false);
  const [isPaused, pause] = useState(false);
  const { did: figuresDid, figures } = useFigures(place.did, firstFigures, board.revision);
  const side = useCaseAtSide(asked, firstCase, board.revision);
  const desk = useDeskRows({
    cases: board.cases,
    hasMore: board.next !== null,
    place,
    side,
    isPaused,
    zone,
    by,
    replaceCase: (known) => {
      replaceCase(known);
      side.replace(known);
    },
    refresh,
  });
  const { rows, pickedRows, sideRow, drafts, watch, on } = desk;
  const acts = {
    ...desk.acts,
    search: focusSearch,
    showKeys: () => showKeys(true),
    pause: () => pause(!isPaused),
    showPalette: () => showPalette(true),
  };
  useBoardKeys(acts);
  useEffect(fetchPieces, []);

  const lateCount = rows.filter((row) => isPastTarget(row.case, now)).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: time alone made a row late; the figures follow
  useEffect(() => void refresh(), [lateCount, refresh]);

  const searchTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onSearch = (text: string) => {
    clearTimeout(searchTimer.current);
    searchTimer.current = setTimeout(() => {
      const place = { ...asked, q: text.trim(), limit: rowsAtFirst };
      window.history.replaceState(null, '', pageAddress(place));
    }, searchPauseMs);
  };

  const did = board.dids.find(({ key }) => key === place.did);
  const didLabel = did ? didWord(did) : place.did;
  const { counts } = board;
  const filters = activeFilters(place, board.dids, m);
  const own = useOwnViews(views, {
    current: placeParams({ ...place, limit: rowsAtFirst }).toString(),
    words: [m.find.views[place.view], ...filters.map(({ words }) => words)].join(', '),
    onGo: go,
  });
  return (
    <div className="desk flex min-h-dvh">
      <CountInTab open={counts.open} overdue={counts.overdue} deskName={board.name} />
      <Rail place={place} board={board} by={by} saved={own.list('rail-saved')} onGo={go} />
      <div className="beside-panel flex min-w-0 grow flex-col">
        <TopBar
          place={place}
          asked={asked}
          didLabel={didLabel}
          waiting={place.view === 'open' ? counts.open : null}
          line={line}
          isPaused={isPaused}
          onPause={pause}
          notices={<LazyNotices revision={board.revision} />}
          now={now}
          zone={zone}
          onSearch={onSearch}
          tools={
            <FindTools
              place={place}
              board={board}
              by={by}
              onGo={go}
              onSaveView={own.open}
              savedViews={own.list('phone-saved')}
            />
          }
        />
        <main className="flex grow flex-col" aria-busy={!isSamePlace(asked, { ...place, q: asked.q })}>
          <LinesAbove {...{ line, now, zone, by }} did={place.did} revision={board.revision} />
          <noscript>
            <p className="px-5 pt-3 text-middle">{m.board.noScript}</p>
          </noscript>
          <DidChips place={place} board={board} onGo={go} />
          <Figures did={figuresDid} counts={counts} figures={figures} onGo={go} />
          {filters.length > 0 && <FilterChips place={place} dids={board.dids} onGo={go} />}
          <NewRowsBar waiting={desk.waiting} onShow={acts.showNew} />
          <div {...watch} className="rows">
            {pickedRows.length > 0 && (
              <SelectionBar
                cases={pickedRows.map((row) => row.case)}
                me={by.name}
                now={now}
                zone={zone}
                onDecide={desk.onDecidePicked}
                onClear={desk.pickNone}
              />
            )}
            {rows.length > 0 ? (
              <CaseTable
                rows={rows}
                view={place.view}
                caption={m.find.callersIn(m.find.views[place.view])}
                selectedKey={desk.selectedKey}
                picked={desk.picked}
                opened={desk.opened}
                sideKey={(side.id !== null && sideRow?.key) || null}
                addressOf={(id) => caseAddress(asked, id)}
                drafts={drafts}
                now={now}
                zone={zone}
                on={on}
                onPickAll={desk.pickAll}
              />
            ) : (
              <EmptyList
                {...{ place, board, didLabel, by, line, now, zone, firstSilence }}
                median={figures?.median ?? null}
                firstRevision={first.board.revision}
                onGo={go}
              />
            )}
          </div>
          <Swipes onSwiped={(key) => on.onDecide?.(key, 'called_back')} />
          <MoreRows place={place} hasMore={board.next !== null} onGo={go} />
        </main>
        <KeysFooter zone={zone} by={by} onShowKeys={acts.showKeys} onShowPalette={acts.showPalette} />
        <ViewBar place={place} board={board} onGo={go} />
      </div>
      {side.id !== null && (
        <CasePanel
          row={sideRow}
          standing={standingOf(rows, sideRow, board.next !== null)}
          closeAddress={caseAddress(asked, null)}
          isMasked={sightOf(by).isMasked}
          drafts={drafts}
          now={now}
          zone={zone}
          on={on}
          onClose={desk.closeSide}
        />
      )}
      <CountsAloud place={place} cases={board.cases} waiting={counts.open} />
      {own.dialog}
      {wereKeysShown && <KeysDialog by={by} isOpen={areKeysShown} onClose={() => showKeys(false)} />}
      {isPaletteShown && (
        <Palette
          by={by}
          place={place}
          dids={board.dids}
          cases={desk.actedOn}
          acts={acts}
          onDecide={acts.decide}
          onPickAll={desk.pickAll}
          onGo={go}
          onClose={() => showPalette(false)}
        />
      )}
      <Toasts />
    </div>
  );
}

/** Its place among the rows, and of how many: "50+" where there are more than were loaded. */
function standingOf(rows: Row[], row: Row | null | undefined, hasMore: boolean) {
  const index = rows.findIndex((one) => one.key === row?.key);
  return index < 0 ? null : { place: index + 1, of: `${rows.length}${hasMore ? '+' : ''}` };
}

function go(address: string): void {
  window.history.pushState(null, '', address);
  window.scrollTo({ top: 0 });
}

function focusSearch(): void {
  const field = document.getElementById('search');
  if (field instanceof HTMLInputElement) field.select();
}
