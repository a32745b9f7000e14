'use client';

import { useEffect, useMemo, useState } from 'react';
import { detailId, noteId, type RowEvents, rowId } from '@/components/row-events';
import { inAnHour } from '@/components/snooze-times';
import { isInView, type Place } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import { type DecisionKind, isSettling } from '@/domain/decision';
import { mayDo, type Person } from '@/domain/person';
import type { KeyActs } from './board-keys';
import { isLeaving, useCaseDecisions } from './case-decisions';
import { deskNow } from './desk-clock';
import { useHeldBoard } from './held-board';
import { useNoteDrafts } from './note-drafts';
import { useReading } from './reading';
import { useRowChoice } from './row-choice';

type Desk = {
  cases: CaseJson[];
  place: Place;
  zone: string;
  /** Who looks, and decides where they may. */
  by: Person;
  replaceCase: (known: CaseJson) => void;
  refresh: () => Promise<unknown>;
};

type RowActs = Omit<KeyActs, 'search' | 'showKeys'>;

/** The rows of the desk and everything that a reader can do to them, by pointer or by key. */
export function useDeskRows({ cases, place, zone, by, replaceCase, refresh }: Desk) {
  const { selectedKey, select, opened, setOpen, indexIn } = useRowChoice();
  const { drafts, keys: draftKeys, write, saved } = useNoteDrafts();
  const { isReading, watch } = useReading();
  const [passedBy, setPassedBy] = useState<ReadonlySet<string>>(new Set());
  const [awaitedId, awaitRow] = useState<string | null>(null);
  const { expected, ownActs, forgetLeft, decide, undo } = useCaseDecisions({
    by,
    zone,
    replaceCase,
    refresh,
    onUndone: awaitRow,
  });

  const fresh = useMemo(
    () => cases.map((one) => expected.get(one.id) ?? one).filter((one) => isInView(one, place.view)),
    [cases, expected, place.view],
  );
  const kept = useMemo(() => new Set([...opened, ...draftKeys]), [opened, draftKeys]);
  const rows = useHeldBoard({ fresh, place, isReading, kept, ownActs, passedBy });
  useEffect(() => {
    const here = new Set(fresh.map(({ id }) => id));
    forgetLeft(here);
    setPassedBy((before) =>
      [...before].some((id) => here.has(id)) ? new Set([...before].filter((id) => !here.has(id))) : before,
    );
  }, [fresh, forgetLeft]);
  const rowOf = (key: string | null) => rows.find((row) => row.key === key);

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

  const mayDecide = mayDo(by, 'decide');
  const onDecide = async (key: string, wanted: DecisionKind, until?: string) => {
    const row = rowOf(key);
    const text = drafts.textOf(key).trim();
    if (!mayDecide || !row || !isPossible(row.case, row.isGone, wanted, text)) return;
    const kind = wanted === 'claim' && row.case.claimedBy === by.name ? 'release' : wanted;
    turnTo(key);
    if (isLeaving(kind) && place.view !== 'all') {
      const index = rows.indexOf(row);
      const next = rows.slice(index + 1).find(isHere) ?? rows.slice(0, index).findLast(isHere);
      setOpen(key, false);
      if (next) focusRow(next.key);
      else select(null);
    }
    // A half-written note goes along with what ends the work; who only says "I am on it" goes on writing.
    const note = kind === 'claim' || kind === 'release' ? null : text || null;
    await decide(row.case, { kind, note, until }, () => {
      if (!note) return;
      const wasInDetail = document.getElementById(detailId(key))?.contains(document.activeElement);
      saved(key, text);
      // The field begins anew, and the focus with it.
      if (kind === 'note' && wasInDetail) focusNote(key);
    });
  };

  const onToggle = (key: string) => {
    turnTo(key);
    select(key);
    setOpen(key, !opened.has(key));
  };

  const on: RowEvents = { onSelect: select, onToggle, onDecide: mayDecide ? onDecide : null, onDraft: write };
  const withSelected = (act: (key: string) => void) => () => {
    if (selectedKey !== null && rowOf(selectedKey)) act(selectedKey);
  };
  const acts: RowActs = {
    move: (by) => {
      const next = rows[indexIn(rows, by)];
      if (!next) return;
      turnTo(next.key);
      focusRow(next.key);
    },
    open: withSelected(onToggle),
    close: withSelected((key) => {
      setOpen(key, false);
      focusRow(key);
    }),
    decide: (kind) => withSelected((key) => void onDecide(key, kind))(),
    call: withSelected((key) =>
      document.getElementById(rowId(key))?.querySelector<HTMLElement>('.call')?.click(),
    ),
    claim: withSelected((key) => void onDecide(key, 'claim')),
    snooze: withSelected((key) => void onDecide(key, 'snooze', inAnHour(deskNow()))),
    note: withSelected((key) => {
      if (!mayDecide) return;
      setOpen(key, true);
      focusNote(key);
    }),
    undo: () => void undo(),
  };

  return { rows, selectedKey, opened, drafts, watch, on, acts };
}

function isHere(row: { isGone: boolean }): boolean {
  return !row.isGone;
}

function isPossible({ state }: CaseJson, isGone: boolean, kind: DecisionKind, text: string): boolean {
  if (kind === 'note') return text !== '';
  if (isGone) return false;
  if (state === 'closed') return kind === 'reopen';
  if (kind === 'tried' || isSettling(kind)) return true;
  return kind === 'reopen' ? state === 'snoozed' : state !== 'uncallable';
}

/** The field is there once the row has been drawn. */
function focusNote(key: string): void {
  requestAnimationFrame(() => document.getElementById(noteId(key))?.focus());
}

function focusRow(key: string): void {
  document.getElementById(rowId(key))?.focus();
}
