/** What a person said about a case: a row of its own, never a flag on a call (rules.md 21 and 22). */

/** The kinds that settle a case, by hand. */
export const settlingKinds = ['called_back', 'left_message', 'no_need', 'wrong_number', 'spam'] as const;

export const decisionKinds = [
  ...settlingKinds,
  'tried',
  'note',
  'claim',
  'release',
  'snooze',
  'reopen',
] as const;

export type SettlingKind = (typeof settlingKinds)[number];
export type DecisionKind = (typeof decisionKinds)[number];

/** How a closed case ended: by hand, by the records, or by time. */
export const outcomes = [...settlingKinds, 'reached_by_us', 'reached_by_them', 'expired'] as const;

export type Outcome = (typeof outcomes)[number];

export type Decision = {
  id: string;
  kind: DecisionKind;
  by: string;
  /** When it was said, ms. */
  at: number;
  note: string | null;
  /** Of a snooze: until when, ms. */
  until: number | null;
  undoneAt: number | null;
  undoneBy: string | null;
  /** The ids of the calls that the person saw in the case: what the decision is about. */
  calls: string[];
};

export function isSettling(kind: DecisionKind): kind is SettlingKind {
  return (settlingKinds as readonly string[]).includes(kind);
}
