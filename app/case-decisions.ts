'use client';

import { useCallback, useRef, useState } from 'react';
import { toast } from 'sonner';
import { expectedCase } from '@/components/expected-case';
import { useMessages } from '@/components/use-messages';
import { shortTime } from '@/components/when';
import { callerWord } from '@/components/words';
import type { CaseJson } from '@/domain/case-json';
import type { DecisionKind } from '@/domain/decision';
import type { Person } from '@/domain/person';
import type { Messages } from '@/messages/en';
import { deleteDecision, postDecision, type Telling, type Told } from './decision-post';
import { deskNow } from './desk-clock';

type Desk = {
  /** Who decides. */
  by: Person;
  zone: string;
  replaceCase: (known: CaseJson) => void;
  refresh: () => Promise<unknown>;
  /** A decision was taken back: its row is on the desk again. */
  onUndone: (caseId: string) => void;
};

type Undoable = { shownCase: CaseJson; decisionId: string; toastId: string | number };

/** Where this reader's own acts take a case: off the desk, or back to its place. */
export type OwnAct = 'leaves' | 'returns';

const undoMs = 8_000;
const troubleMs = 20_000;

/** Says decisions to the desk: seen at once, confirmed or taken back by the answer, undone on request. */
export function useCaseDecisions({ by, zone, replaceCase, refresh, onUndone }: Desk) {
  const m = useMessages();
  const [expected, setExpected] = useState<ReadonlyMap<string, CaseJson>>(new Map());
  const [ownActs, setOwnActs] = useState<ReadonlyMap<string, OwnAct>>(new Map());
  const undoable = useRef<Undoable[]>([]);

  const expect = (shownCase: CaseJson) =>
    setExpected((before) => new Map(before).set(shownCase.id, shownCase));
  const forget = (id: string) =>
    setExpected((before) => new Map([...before].filter(([other]) => other !== id)));
  const mark = (id: string, act: OwnAct) => setOwnActs((before) => new Map(before).set(id, act));
  /** What this reader sent off and somebody brought back is a row like any other. */
  const forgetLeft = useCallback((here: ReadonlySet<string>) => {
    setOwnActs((before) => {
      const left = [...before].filter(([id, act]) => act !== 'leaves' || !here.has(id));
      return left.length === before.size ? before : new Map(left);
    });
  }, []);

  async function decide(shownCase: CaseJson, telling: Telling, onSaved: () => void): Promise<void> {
    const { id } = shownCase;
    expect(expectedCase(shownCase, { ...telling, by: by.name, at: new Date(deskNow()).toISOString() }));
    if (isLeaving(telling.kind)) mark(id, 'leaves');
    const told = await postDecision(id, telling);
    if (told.result === 'saved') {
      if (told.case) replaceCase(told.case);
      onSaved();
      announce(shownCase, told.decisionId, telling);
    } else {
      const again = () => decide(shownCase, telling, onSaved);
      complain(told, `${m.decisions[telling.kind]}: ${callerWord(shownCase)}`, again);
      if (told.result !== 'unanswered') await refresh();
      mark(id, 'returns');
    }
    forget(id);
    void refresh();
  }

  function announce(shownCase: CaseJson, decisionId: string, { kind }: Telling) {
    const words = kind === 'note' ? 'Note saved' : m.decisions[kind];
    const toastId = toast(`${words}: ${callerWord(shownCase)}`, {
      duration: undoMs,
      action: {
        label: 'Undo',
        onClick: (event) => {
          // A toast that loses the focus gives it back; so it does that before the row takes it.
          event.currentTarget.blur();
          void undo(decisionId);
        },
      },
    });
    undoable.current.push({ shownCase, decisionId, toastId });
  }

  /** Takes back a decision of this page: the newest one, unless another is named. */
  async function undo(decisionId = undoable.current.at(-1)?.decisionId): Promise<void> {
    const last = undoable.current.find((other) => other.decisionId === decisionId);
    if (!last) return;
    const { shownCase, toastId } = last;
    undoable.current = undoable.current.filter((other) => other !== last);
    toast.dismiss(toastId);
    const told = await deleteDecision(shownCase.id, last.decisionId);
    if (told.result === 'saved') {
      mark(shownCase.id, 'returns');
      if (told.case) replaceCase(told.case);
      toast(`Undone: ${callerWord(shownCase)}`);
      await refresh();
      if (told.case) onUndone(shownCase.id);
      return;
    }
    if (told.result === 'unanswered') undoable.current.push(last);
    complain(told, `Undo: ${callerWord(shownCase)}`, () => undo(last.decisionId));
    void refresh();
  }

  function complain(told: Exclude<Told, { result: 'saved' }>, what: string, again: () => Promise<void>) {
    if (told.result === 'unanswered') {
      toast.error(`Not saved. ${what}`, {
        description: 'The desk did not answer.',
        duration: troubleMs,
        action: { label: 'Retry', onClick: () => void again() },
      });
    } else if (told.result === 'second') {
      toast(secondSentence(told, zone, m), { duration: undoMs });
    } else {
      toast.error(told.sentence, { duration: troubleMs });
    }
  }

  return { expected, ownActs, forgetLeft, decide, undo };
}

/** Whether what is said takes a case out of the view in which it stands. */
export function isLeaving(kind: DecisionKind): boolean {
  return kind !== 'note' && kind !== 'tried' && kind !== 'claim' && kind !== 'release';
}

function secondSentence(
  { by, at, kind }: Extract<Told, { result: 'second' }>,
  zone: string,
  m: Messages,
): string {
  if (kind === 'claim') return `${by} is on it.`;
  const act = kind ? { ...m.outcomes, ...m.decisions }[kind].toLowerCase() : 'settled';
  return `${by} was first: ${act}${at ? ` at ${shortTime(at, deskNow(), zone, m)}` : ''}.`;
}
