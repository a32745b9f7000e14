'use client';

import { useEffect, useEffectEvent } from 'react';

type Stream = {
  isWanted: boolean;
  onOpen: () => void;
  onRevision: (revision: number) => void;
  onBroken: () => void;
};

const firstRetryMs = 1_000;
const lastRetryMs = 10_000;

/** Listens to the desk's pulse while it is wanted; a stream that the browser gave up is opened anew. */
export function useEventStream({ isWanted, onOpen, onRevision, onBroken }: Stream): void {
  const opened = useEffectEvent(onOpen);
  const heard = useEffectEvent(onRevision);
  const broken = useEffectEvent(onBroken);

  useEffect(() => {
    if (!isWanted) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    let retryMs = firstRetryMs;
    const open = () => {
      source = new EventSource('/api/events');
      source.onopen = () => {
        retryMs = firstRetryMs;
        opened();
      };
      source.onmessage = (event) => heard(Number(event.data));
      source.onerror = () => {
        broken();
        // The browser tries again by itself, except after an answer that was no stream (204, 503).
        if (source.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, retryMs);
        retryMs = Math.min(retryMs * 2, lastRetryMs);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
      broken();
    };
  }, [isWanted]);
}
