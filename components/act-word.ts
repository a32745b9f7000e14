import type { DecisionKind } from '@/domain/decision';
import type { Messages } from '@/messages/en';

/** What is written on the button that says it. */
export function actWord(kind: DecisionKind, { row: { acts, note } }: Messages): string {
  return {
    called_back: acts.calledBack,
    left_message: acts.leftMessage,
    no_need: acts.noNeed,
    wrong_number: acts.wrongNumber,
    spam: acts.spam,
    tried: acts.tried,
    note: note.save,
    claim: acts.claim,
    release: acts.release,
    snooze: acts.snooze,
    reopen: acts.reopen,
  }[kind];
}
