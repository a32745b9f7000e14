'use client';

import { useState } from 'react';
import type { CaseJson } from '@/domain/case-json';

/** Where this reader's own acts take a case: off the desk, or back to its place. */
export type OwnAct = 'leaves' | 'returns';

/** What this reader's cases look like before the desk has answered, and where their rows go. */
export function useExpectedCases() {
  const [expected, setExpected] = useState<ReadonlyMap<string, CaseJson>>(new Map());
  const [ownActs, setOwnActs] = useState<ReadonlyMap<string, OwnAct>>(new Map());

  const expect = (cases: CaseJson[]) =>
    setExpected((before) => new Map([...before, ...cases.map((one) => [one.id, one] as const)]));
  const forget = (ids: string[]) =>
    setExpected((before) => new Map([...before].filter(([id]) => !ids.includes(id))));
  const mark = (ids: string[], act: OwnAct) =>
    setOwnActs((before) => new Map([...before, ...ids.map((id) => [id, act] as const)]));
  /** What this reader sent off is gone; where somebody brings it back, it is a row like any other. */
  const forgetLeft = (ids: string[]) =>
    setOwnActs((before) => new Map([...before].filter(([id, act]) => act !== 'leaves' || !ids.includes(id))));

  return { expected, ownActs, expect, forget, mark, forgetLeft };
}
