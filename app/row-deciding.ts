'use client';

import { actWord } from '@/components/act-word';
import type { Row } from '@/components/held-rows';
import { isLeaving, isPossible, kindForMany } from '@/components/row-acts';
import { type NoteDrafts, noteId } from '@/components/row-events';
import { useMessages } from '@/components/use-messages';
import type { Place } from '@/components/views';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind } from '@/domain/decision';
import { mayDo, type Person } from '@/domain/person';
import type { Telling } from './decision-post';
import { toast } from './toast';

type Rows = {
  by: Person;
  place: Place;
  rows: Row[];
  rowOf: (key: string | null) => Row | undefined;
  pickedRows: Row[];
  drafts: NoteDrafts;
  /** A draft was saved. */
  saved: (key: string, text: string) => void;
  decide: (cases: CaseJson[], telling: Telling, onSaved?: () => void) => Promise<void>;
  /** The reader turns to this row. */
  turnTo: (key: string) => void;
  /** The reader is done with these rows. */
  moveOn: (keys: ReadonlySet<string>) => void;
  pickNone: () => void;
  awaitFocus: (id: string) => void;
};

/** What a reader says of one row, or of all that are picked, and where that takes them. */
export function useRowDeciding(all: Rows) {
  const { by, place, rows, rowOf, pickedRows, drafts, saved, decide, turnTo, moveOn, pickNone, awaitFocus } =
    all;
  const m = useMessages();
  const mayDecide = mayDo(by, 'decide');

  const onDecide = async (key: string, wanted: DecisionKind, until?: string) => {
    const row = rowOf(key);
    const text = drafts.textOf(key).trim();
    if (!mayDecide || !row || (wanted === 'note' ? text === '' : row.isGone)) return;
    if (!isPossible(row.case, wanted)) return;
    const kind = wanted === 'claim' && row.case.claimedBy === by.name ? 'release' : wanted;
    turnTo(key);
    const isOnBoard = rows.some((one) => one.key === key && !one.isGone);
    if (isLeaving(kind) && place.view !== 'all' && isOnBoard) moveOn(new Set([key]));
    // A half-written note goes along with what ends the work; who only says "I am on it" goes on writing.
    const note = kind === 'claim' || kind === 'release' ? null : text || null;
    await decide([row.case], { kind, note, until }, () => {
      if (!note) return;
      const field = document.getElementById(noteId(key));
      const wasAtNote = field?.parentElement?.contains(document.activeElement);
      saved(key, text);
      // The field begins anew, and the focus with it.
      if (kind === 'note' && wasAtNote) awaitFocus(noteId(key));
    });
  };

  /** Half-written notes stay with their rows: nobody meant them for many. */
  const onDecidePicked = async (wanted: DecisionKind, until?: string) => {
    const fitting = pickedRows.map((row) => row.case).filter((one) => isPossible(one, wanted));
    if (!mayDecide) return;
    if (fitting.length === 0) {
      toast(m.row.told.nothingToDo(actWord(wanted, m)));
      return;
    }
    const kind = kindForMany(fitting, wanted, by.name);
    if (isLeaving(kind) && place.view !== 'all') moveOn(new Set(pickedRows.map(({ key }) => key)));
    pickNone();
    await decide(fitting, { kind, note: null, until });
  };

  return { onDecide, onDecidePicked };
}
