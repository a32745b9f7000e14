'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Row } from '@/components/held-rows';
import { noteId, panelHeadingId, rowId } from '@/components/row-events';
import { inAnHour } from '@/components/snooze-times';
import { isInView, type Place, pageAddress, rowsAtFirst } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind } from '@/domain/decision';
import { mayDo, type Person } from '@/domain/person';
import { useAwaitedFocus } from './awaited-focus';
import type { KeyActs } from './board-keys';
import type { CaseAtSide } from './case-at-side';
import { useCaseDecisions } from './case-decisions';
import { deskNow } from './desk-clock';
import { useHeldBoard } from './held-board';
import { isNarrow } from './narrow';
import { useNoteDrafts } from './note-drafts';
import { usePickedRows } from './picked-rows';
import { useReading } from './reading';
import { rowAtSide } from './row-at-side';
import { useRowChoice } from './row-choice';
import { useRowDeciding } from './row-deciding';
import { useSlideIn } from './slide-in';
import { useSteadyRowEvents } from './steady-row-events';

type Desk = {
  cases: CaseJson[];
  /** The desk has more than these. */
  hasMore: boolean;
  place: Place;
  side: CaseAtSide;
  /** The reader wants the rows to stand still. */
  isPaused: boolean;
  zone: string;
  /** Who looks, and decides where they may. */
  by: Person;
  replaceCase: (known: CaseJson) => void;
  refresh: () => Promise<unknown>;
};

type RowActs = Omit<KeyActs, 'search' | 'showKeys' | 'showPalette' | 'pause'>;

/** The rows of the desk and everything that a reader can do to them, by pointer or by key. */
export function useDeskRows({ cases, hasMore, place, side, isPaused, zone, by, replaceCase, refresh }: Desk) {
  const choice = useRowChoice();
  const { select, opened, setOpen } = choice;
  const { drafts, keys: draftKeys, write, saved } = useNoteDrafts();
  const { isReading, watch } = useReading();
  const [passedBy, setPassedBy] = useState<ReadonlySet<string>>(new Set());
  const [awaitedId, awaitRow] = useState<string | null>(null);
  const awaitFocus = useAwaitedFocus();
  const { expected, ownActs, decide, undo } = useCaseDecisions({
    by,
    zone,
    replaceCase,
    refresh,
    onUndone: awaitRow,
  });

  const fresh = useMemo(
    () => cases.map((one) => expected.get(one.id) ?? one).filter((one) => isInView(one, place.view, by.name)),
    [cases, expected, place.view, by.name],
  );
  const kept = useMemo(() => new Set([...opened, ...draftKeys]), [opened, draftKeys]);
  const isStill = isReading || isPaused;
  const { rows, waiting, arrived, letIn } = useHeldBoard({
    fresh,
    hasMore,
    place,
    me: by.name,
    isStill,
    kept,
    ownActs,
    passedBy,
  });
  useSlideIn(arrived);
  useEffect(() => {
    const here = new Set(fresh.map(({ id }) => id));
    setPassedBy((before) =>
      [...before].some((id) => here.has(id)) ? new Set([...before].filter((id) => !here.has(id))) : before,
    );
  }, [fresh]);

  const sideRow = rowAtSide(side, rows, expected);
  const rowOf = (key: string | null) =>
    (sideRow?.key === key ? sideRow : undefined) ?? rows.find((row) => row.key === key);
  // Whoever comes by the address of a case stands on its row.
  const selectedKey = choice.selectedKey ?? sideRow?.key ?? null;
  const { picked, pickedRows, pick, pickAll, pickNone } = usePickedRows(
    rows,
    pageAddress({ ...place, limit: rowsAtFirst }),
  );

  const awaitedKey = rows.find((row) => row.case.id === awaitedId)?.key;
  useEffect(() => {
    if (awaitedKey === undefined) return;
    focusRow(awaitedKey);
    awaitRow(null);
  }, [awaitedKey]);

  /** The reader turns to another row: those that only kept their place may go. */
  const turnTo = (key: string) => {
    const left = rows.filter((row) => row.isGone && row.key !== key && !kept.has(row.key));
    if (left.length > 0) setPassedBy((before) => new Set([...before, ...left.map((row) => row.case.id)]));
  };

  /** These rows are done with: the reader stands on the next one, and what is at the side follows. */
  const moveOn = (keys: ReadonlySet<string>) => {
    const last = rows.findLastIndex((row) => keys.has(row.key));
    const isNext = (row: Row) => !row.isGone && !keys.has(row.key);
    const next = rows.slice(last + 1).find(isNext) ?? rows.slice(0, Math.max(0, last)).findLast(isNext);
    for (const key of keys) setOpen(key, false);
    if (next) focusRow(next.key);
    else select(null);
    if (side.id === null) return;
    if (next && !isNarrow()) side.show(next.case.id);
    else side.hide();
  };

  const mayDecide = mayDo(by, 'decide');
  const { onDecide, onDecidePicked } = useRowDeciding({
    by,
    place,
    rowOf,
    rows,
    pickedRows,
    drafts,
    saved,
    decide,
    turnTo,
    moveOn,
    pickNone,
    awaitFocus,
  });

  const onToggle = (key: string) => {
    turnTo(key);
    select(key);
    setOpen(key, !opened.has(key));
  };

  const onOpen = (key: string) => {
    const row = rowOf(key);
    if (!row) return;
    turnTo(key);
    select(key);
    side.show(row.case.id);
    if (isNarrow()) awaitFocus(panelHeadingId);
  };

  const closeSide = () => {
    side.hide();
    if (selectedKey !== null) awaitFocus(rowId(selectedKey));
  };

  const onSelect = (key: string) => {
    select(key);
    const row = rowOf(key);
    if (row && side.id !== null && !isNarrow()) side.show(row.case.id);
  };

  const onPick = (key: string, isRange: boolean) => {
    select(key);
    pick(key, isRange, selectedKey);
  };

  const on = useSteadyRowEvents({ onSelect, onOpen, onToggle, onPick, onDecide, onDraft: write }, mayDecide);
  const withSelected = (act: (key: string) => void) => () => {
    if (selectedKey !== null && rowOf(selectedKey)) act(selectedKey);
  };
  const say = (kind: DecisionKind, until?: string) => {
    if (pickedRows.length > 0) void onDecidePicked(kind, until);
    else withSelected((key) => void onDecide(key, kind, until))();
  };
  const acts: RowActs = {
    move: (step, isRange) => {
      const next = rows[choice.indexIn(rows, step, selectedKey)];
      if (!next) return;
      if (isRange && mayDecide) pick(next.key, true, selectedKey);
      turnTo(next.key);
      focusRow(next.key);
    },
    open: withSelected((key) => {
      if (sideRow?.key === key) awaitFocus(panelHeadingId);
      else onOpen(key);
    }),
    expand: withSelected(onToggle),
    leaveField: () => {
      if (selectedKey !== null && document.getElementById(rowId(selectedKey))) focusRow(selectedKey);
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
    close: () => {
      if (pickedRows.length > 0) pickNone();
      else if (side.id !== null) closeSide();
      else {
        withSelected((key) => {
          setOpen(key, false);
          focusRow(key);
        })();
      }
    },
    decide: (kind) => say(kind),
    call: withSelected((key) =>
      (document.getElementById(rowId(key)) ?? document.querySelector('.panel'))
        ?.querySelector<HTMLElement>('.call')
        ?.click(),
    ),
    claim: () => say('claim'),
    snooze: () => say('snooze', inAnHour(deskNow())),
    note: withSelected((key) => {
      const row = rowOf(key);
      if (!mayDecide || !row) return;
      side.show(row.case.id);
      awaitFocus(noteId(key));
    }),
    pick: (isRange) => {
      if (mayDecide) withSelected((key) => onPick(key, isRange))();
    },
    showNew: () => {
      const [first] = waiting;
      if (!first) return;
      letIn();
      awaitRow(first.case.id);
    },
    undo: () => void undo(),
  };

  return {
    rows,
    waiting,
    selectedKey,
    picked,
    pickedRows,
    pickAll,
    pickNone,
    onDecidePicked,
    /** What a command is about: what is picked, else where the reader stands. */
    actedOn: (pickedRows.length > 0 ? pickedRows : [rowOf(selectedKey) ?? []].flat()).map((row) => row.case),
    sideRow,
    closeSide,
    opened,
    drafts,
    watch,
    on,
    acts,
  };
}

function focusRow(key: string): void {
  document.getElementById(rowId(key))?.focus();
}
