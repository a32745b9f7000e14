/** A caller as programs and the screen get them: plain JSON, times in ISO 8601 UTC. */

import type { CallJson, CaseJson, DecisionJson, DidJson, NumberJson } from './case-json';
import type { Effect } from './contact';

/** A call from or to the caller, with what was said after it. */
export type CallerCallJson = CallJson & {
  did: DidJson;
  /** What it did for a caller who waited (rules.md 17 to 19). */
  effect: Effect;
  staff: string | null;
  talkSeconds: number | null;
  caseId: string | null;
  /** Decisions of which this is the newest call that the person had seen; the newest first. */
  decisions: DecisionJson[];
};

export type CallerNoteJson = { id: string; at: string; by: string; text: string };

/** How many; of at most the newest `countedAtMost` calls. */
export type CallerFiguresJson = { rang: number; missed: number; reached: number; isPartial: boolean };

/** Pages of the newest first; `next` is null on the last one. */
export type CallerCallsJson = { calls: CallerCallJson[]; next: string | null };
export type CallerCasesJson = { cases: CaseJson[]; next: string | null };

export type CallerJson = {
  caller: NumberJson & { key: string; name: string | null; isSpam: boolean };
  /** Who named or marked them last, and when. */
  savedBy: string | null;
  savedAt: string | null;
  figures: CallerFiguresJson;
  notes: CallerNoteJson[];
  /** Those in the queue, every one. */
  open: CaseJson[];
  closed: CallerCasesJson;
  history: CallerCallsJson;
};

/** One line of the list of known callers. */
export type KnownCallerJson = NumberJson & { key: string; name: string | null; isSpam: boolean };
export type KnownCallersJson = { callers: KnownCallerJson[]; next: string | null };
