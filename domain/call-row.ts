/** A call as the list of all calls shows it: plain JSON, times in ISO 8601 UTC. */

import type { DidJson, NumberJson } from './case-json';
import type { Direction } from './leg';
import type { Verdict } from './verdict';

export type CallRowJson = {
  id: string;
  startedAt: string;
  direction: Direction;
  verdict: Verdict;
  /** `key` leads to the caller's page; null where there is none, and for who may not see the number. */
  caller: NumberJson & { name: string | null; key: string | null };
  did: DidJson;
  ringMs: number | null;
  /** Of a call that we made. */
  talkSeconds: number | null;
  staff: string | null;
  isOutOfHours: boolean;
  /** The case to which it belongs, if any. */
  caseId: string | null;
};

export type CallPageJson = {
  calls: CallRowJson[];
  /** The cursors of the pages beside this one: `cursor` of older calls and `newer` of newer ones. */
  older: string | null;
  newer: string | null;
};
