/** What a person said about a case: a row of its own, never a flag on a call (rules.md 21). */

/** The kinds that settle a case, by hand. */
export const settlingKinds = ['called_back', 'left_message', 'no_need', 'wrong_number', 'spam'] as const;

/** Every kind that the desk takes today; claim and snooze come with rules.md 22. */
export const decisionKinds = [...settlingKinds, 'tried', 'note', 'reopen'] as const;

export type SettlingKind = (typeof settlingKinds)[number];
export type DecisionKind = (typeof decisionKinds)[number];

/** How a closed case ended: by hand, or (with rules.md 17 to 23) by the records and by time. */
export type Outcome = SettlingKind | 'reached_by_us' | 'reached_by_them' | 'expired';

export type Decision = {
  id: string;
  kind: DecisionKind;
  by: string;
  /** When it was said, ms. */
  at: number;
  note: string | null;
  undoneAt: number | null;
  undoneBy: string | null;
  /** The ids of the calls that the person saw in the case: what the decision is about. */
  calls: string[];
};

export function isSettling(kind: DecisionKind): kind is SettlingKind {
  return (settlingKinds as readonly string[]).includes(kind);
}
