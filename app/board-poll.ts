'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import useSWR from 'swr';
import type { Line } from '@/components/line-word';
import type { CaseJson } from '@/domain/case-json';
import { fetchBoard, type LoadedBoard, SignedOut } from './board-fetch';
import { useEventStream } from './event-stream';
import { inTurn } from './in-turn';
import { useLine } from './line';
import { usePageHidden } from './page-hidden';

const calmPollMs = 30_000;
const busyPollMs = 5_000;
const retryMs = 2_000;

type BoardPoll = {
  /** The newest rows that came; while another view is on its way, still those of the view before. */
  loaded: LoadedBoard;
  line: Line;
  /** Puts a case that the desk answered with in its place, until the next rows come. */
  replaceCase: (known: CaseJson) => void;
  /** Asks again; done when an answer came to a question asked after now. */
  refresh: () => Promise<unknown>;
};

/** Keeps the rows fresh: woken by the stream, and by a poll where and while there is none. */
export function useBoardPoll(query: string, first: LoadedBoard, firstNow: number): BoardPoll {
  const isHidden = usePageHidden();
  const [isStreaming, setStreaming] = useState(false);
  const { line, onContact, onTrouble } = useLine(firstNow);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);

  const drawn = query === first.query ? first : undefined;
  const { data: loaded = first, mutate } = useSWR(query, fetchBoard, {
    fallbackData: drawn,
    keepPreviousData: true,
    compare: Object.is,
    refreshInterval: isHidden || isStreaming ? calmPollMs : busyPollMs,
    refreshWhenHidden: true,
    refreshWhenOffline: true,
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    onSuccess: onContact,
    onError: onTrouble,
    onErrorRetry: (error, _query, _config, revalidate, { retryCount }) => {
      clearTimeout(retry.current);
      // The calm poll finds out when somebody has signed in again.
      if (error instanceof SignedOut) return;
      retry.current = setTimeout(() => revalidate({ retryCount, dedupe: true }), retryMs);
    },
  });

  const refresh = useMemo(() => inTurn(() => mutate().catch(() => undefined)), [mutate]);

  const replaceCase = useCallback(
    (known: CaseJson) =>
      void mutate((before = drawn) => before && withCase(before, known), { revalidate: false }),
    [mutate, drawn],
  );

  useEventStream({
    isWanted: !isHidden,
    onOpen: () => {
      setStreaming(true);
      refresh();
    },
    onRevision: (revision) => {
      if (revision !== loaded.board.revision) refresh();
    },
    onBroken: (isSilent) => {
      if (isSilent) onTrouble(null);
      setStreaming(false);
      if (isStreaming && !isHidden) refresh();
    },
  });

  useEffect(() => {
    const ask = () => void refresh();
    window.ononline = window.onoffline = ask;
    return () => {
      window.ononline = window.onoffline = null;
    };
  }, [refresh]);

  useEffect(() => {
    if (!isHidden) refresh();
  }, [isHidden, refresh]);

  return { loaded, line, replaceCase, refresh };
}

function withCase(loaded: LoadedBoard, known: CaseJson): LoadedBoard {
  const cases = loaded.board.cases.map((shownCase) => (shownCase.id === known.id ? known : shownCase));
  return { ...loaded, board: { ...loaded.board, cases } };
}
