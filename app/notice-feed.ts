'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { nextNoticeAt, noticesOf } from '@/components/notices';
import { useMessages } from '@/components/use-messages';
import type { CaseJson } from '@/domain/case-json';
import { fetchBoard } from './board-fetch';
import { deskNow } from './desk-clock';
import { giveNotices } from './give-notice';
import type { NoticeWishes } from './notice-wishes';
import { useSpeaks } from './only-tab';

const queries = ['state=open&order=newest&limit=50', 'state=overdue&order=newest&limit=50'];
const atMostEveryMs = 3_000;
const atLeastEveryMs = 30_000;

/** Looks after the newest missed and overdue cases, whatever the page shows, and tells of each once. */
export function useNoticeFeed(wishes: NoticeWishes, revision: number): void {
  const m = useMessages();
  const isOn = Object.values(wishes).some(({ notify, sound }) => notify || sound);
  const speaks = useSpeaks(isOn);
  const told = useRef(new Set<string>());
  const since = useRef(0);
  const askedAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useEffectEvent((cases: CaseJson[]) => {
    const notices = noticesOf(cases, since.current, deskNow()).filter(
      ({ kind, case: { id } }) => !told.current.has(`${kind} ${id}`),
    );
    for (const { kind, case: one } of notices) told.current.add(`${kind} ${one.id}`);
    if (speaks.current) giveNotices(notices, wishes, m);
  });

  const look = useEffectEvent(async () => {
    askedAt.current = Date.now();
    let next: number | null = null;
    try {
      const boards = await Promise.all(queries.map(fetchBoard));
      const cases = [
        ...new Map(boards.flatMap(({ board }) => board.cases).map((one) => [one.id, one])).values(),
      ];
      tell(cases);
      next = nextNoticeAt(cases, deskNow());
    } catch {
      // The line's word says that the desk does not answer.
    }
    later(next === null ? atLeastEveryMs : Math.min(atLeastEveryMs, next - deskNow() + 100));
  });

  const later = useEffectEvent((ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(look, Math.max(ms, askedAt.current + atMostEveryMs - Date.now()));
  });

  useEffect(() => {
    if (isOn) since.current = deskNow();
  }, [isOn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the desk is what to look for
  useEffect(() => {
    if (!isOn) return;
    later(0);
    return () => clearTimeout(timer.current);
  }, [isOn, revision]);
}
