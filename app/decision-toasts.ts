'use client';

import type { MouseEvent } from 'react';
import { useMessages } from '@/components/use-messages';
import { shortTime } from '@/components/when';
import type { NotTold } from './decision-post';
import { deskNow } from './desk-clock';
import { toast } from './toast';

const undoMs = 8_000;
const troubleMs = 20_000;

/** What is said at the foot of the page about decisions: what was saved, with its undo, and what was not. */
export function useDecisionToasts(zone: string) {
  const m = useMessages();
  const { told, acts } = m.row;

  /** Says that something was saved; `more` is what was not. */
  function announce(what: string, more: string | null, undo: () => Promise<void>): string | number {
    return toast(what, {
      description: more ?? undefined,
      duration: more ? troubleMs : undoMs,
      action: {
        label: acts.undo,
        onClick: (event: MouseEvent<HTMLElement>) => {
          // A toast that loses the focus gives it back; so it does that before the row takes it.
          event.currentTarget.blur();
          void undo();
        },
      },
    });
  }

  function complain(trouble: NotTold, what: string, again: () => Promise<void>): void {
    if (trouble.result === 'unanswered') {
      toast.error(told.notSaved(what), {
        description: told.noAnswer,
        duration: troubleMs,
        action: { label: acts.retry, onClick: () => void again() },
      });
    } else if (trouble.result === 'second') {
      toast(secondSentence(trouble), { duration: undoMs });
    } else {
      toast.error(trouble.sentence ?? told.refused, { duration: troubleMs });
    }
  }

  function secondSentence({ by, at, kind }: Extract<NotTold, { result: 'second' }>): string {
    if (kind === 'claim') return `${m.row.isOnIt(by)}.`;
    const what = (kind ? { ...m.outcomes, ...m.decisions }[kind] : m.settled).toLowerCase();
    return at ? told.firstAt(by, what, shortTime(at, deskNow(), zone, m)) : told.first(by, what);
  }

  return { announce, complain };
}
