'use client';

import { useRef } from 'react';
import { expectedCase } from '@/components/expected-case';
import { isSaved, type ResultOfOne, resultsLine } from '@/components/results-of-many';
import { isLeaving } from '@/components/row-acts';
import { useMessages } from '@/components/use-messages';
import { callerWord } from '@/components/words';
import type { CaseJson } from '@/domain/case-json';
import type { Person } from '@/domain/person';
import {
  deleteDecision,
  deleteDecisions,
  postDecision,
  postDecisions,
  type Telling,
  type ToldOfMany,
} from './decision-post';
import { useDecisionToasts } from './decision-toasts';
import { deskNow } from './desk-clock';
import { useExpectedCases } from './expected-cases';
import { toast } from './toast';

type Desk = {
  /** Who decides. */
  by: Person;
  zone: string;
  replaceCase: (known: CaseJson) => void;
  refresh: () => Promise<unknown>;
  /** A decision was taken back: its row is on the desk again. */
  onUndone: (caseId: string) => void;
};

type Taken = { shownCase: CaseJson; decisionId: string };
/** `at` is when it was said, in ISO 8601: answers may come in another order. */
type Undoable = { taken: Taken[]; at: string; toastId: string | number };

/** Says decisions to the desk: seen at once, confirmed or taken back by the answer, undone on request. */
export function useCaseDecisions({ by, zone, replaceCase, refresh, onUndone }: Desk) {
  const m = useMessages();
  const { told: words } = m.row;
  const { announce, complain } = useDecisionToasts(zone);
  const { expected, ownActs, forgetLeft, expect, forget, mark } = useExpectedCases();
  const undoable = useRef<Undoable[]>([]);

  /** What somebody says of one case, or the same of many: each has its own answer, and all have one undo. */
  async function decide(cases: CaseJson[], telling: Telling, onSaved?: () => void): Promise<void> {
    const at = new Date(deskNow()).toISOString();
    const ids = cases.map(({ id }) => id);
    expect(cases.map((one) => expectedCase(one, { ...telling, by: by.name, at })));
    if (isLeaving(telling.kind)) mark(ids, 'leaves');
    const told = await post(ids, telling);
    if (told.result === 'answered') {
      const { results } = told;
      for (const one of results) if (isSaved(one) && one.case) replaceCase(one.case);
      onSaved?.();
      say(cases, results, telling, at);
      await bringBack(results.filter((one) => !isSaved(one)).map(({ id }) => id));
    } else {
      complain(told, words.about(m.decisions[telling.kind], whom(cases)), () =>
        decide(cases, telling, onSaved),
      );
      await bringBack(ids, told.result !== 'unanswered');
    }
    forget(ids);
    await refresh();
    forgetLeft(ids);
  }

  /** They stand where they stood; what became of them meanwhile is asked first, where the desk can be asked. */
  async function bringBack(ids: string[], isAnswering = true): Promise<void> {
    if (ids.length === 0) return;
    if (isAnswering) await refresh();
    mark(ids, 'returns');
  }

  function say(cases: CaseJson[], results: ResultOfOne[], { kind }: Telling, at: string): void {
    const taken = cases.flatMap((shownCase, index) => {
      const one = results[index];
      return one && isSaved(one) ? [{ shownCase, decisionId: one.decision ?? '' }] : [];
    });
    const rest = resultsLine(results, m);
    if (taken.length === 0) {
      toast(words.about(m.decisions[kind], rest ?? ''));
      return;
    }
    const what = kind === 'note' ? m.row.note.saved : m.decisions[kind];
    const about = words.about(what, whom(taken.map(({ shownCase }) => shownCase)));
    const one: Undoable = { taken, at, toastId: '' };
    one.toastId = announce(about, rest, () => undo(one));
    undoable.current.push(one);
    undoable.current.sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Takes back what was said from this page: the last of it, unless another is named. */
  async function undo(last = undoable.current.at(-1)): Promise<void> {
    if (!last || !undoable.current.includes(last)) return;
    const { taken, toastId } = last;
    undoable.current = undoable.current.filter((other) => other !== last);
    toast.dismiss(toastId);
    const told = await takeBack(taken);
    const cases = taken.map(({ shownCase }) => shownCase);
    if (told.result === 'answered') {
      const undone = told.results.filter(isSaved);
      mark(
        undone.map(({ id }) => id),
        'returns',
      );
      for (const one of undone) if (one.case) replaceCase(one.case);
      const saved = cases.filter((_one, index) => told.results[index]?.status === 200);
      const rest = resultsLine(told.results, m);
      toast(words.about(words.undone, saved.length > 0 ? whom(saved) : (rest ?? '')), {
        description: (saved.length > 0 && rest) || undefined,
      });
      await refresh();
      const first = undone.find((one) => one.case);
      if (first) onUndone(first.id);
      return;
    }
    if (told.result === 'unanswered') undoable.current.push(last);
    complain(told, words.about(m.row.acts.undo, whom(cases)), () => undo(last));
    void refresh();
  }

  /** One by name, many by their number. */
  function whom(cases: CaseJson[]): string {
    const [only] = cases;
    return cases.length === 1 && only ? callerWord(only) : words.callers(cases.length);
  }

  return { expected, ownActs, decide, undo };
}

/** Of one case the desk's no has a sentence of its own. */
async function post(ids: string[], telling: Telling): Promise<ToldOfMany> {
  const [id = ''] = ids;
  if (ids.length !== 1) return postDecisions(ids, telling);
  const told = await postDecision(id, telling);
  if (told.result !== 'saved') return told;
  return { result: 'answered', results: [{ id, status: 200, case: told.case, decision: told.decisionId }] };
}

async function takeBack(taken: Taken[]): Promise<ToldOfMany> {
  const [only] = taken;
  if (taken.length !== 1 || !only) {
    return deleteDecisions(
      taken.map(({ shownCase, decisionId }) => ({ case: shownCase.id, decision: decisionId })),
    );
  }
  const told = await deleteDecision(only.shownCase.id, only.decisionId);
  if (told.result !== 'saved') return told;
  return { result: 'answered', results: [{ id: only.shownCase.id, status: 200, case: told.case }] };
}
