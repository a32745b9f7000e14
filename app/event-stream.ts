'use client';

import { useEffect, useEffectEvent } from 'react';

type Stream = {
  isWanted: boolean;
  onOpen: () => void;
  onRevision: (revision: number) => void;
  /** `isSilent`: it was heard, and now says nothing, not even that it lives. */
  onBroken: (isSilent: boolean) => void;
};

const retryMs = 5_000;
/** The desk says every 10 s that the line lives. */
const silentMs = 25_000;

/** Listens to the desk's pulse while it is wanted; a stream that is silent, or that the browser gave up, is opened anew. */
export function useEventStream({ isWanted, onOpen, onRevision, onBroken }: Stream): void {
  const opened = useEffectEvent(onOpen);
  const heard = useEffectEvent(onRevision);
  const broken = useEffectEvent(onBroken);

  useEffect(() => {
    if (!isWanted) return;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    let isHeard = false;
    const after = (ms: number, work: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    };
    const end = (isSilent: boolean) => {
      isHeard = false;
      broken(isSilent);
    };
    const giveUp = () => {
      source.close();
      end(isHeard);
      after(retryMs, open);
    };
    const hear = () => {
      after(silentMs, giveUp);
      if (isHeard) return;
      isHeard = true;
      opened();
    };
    const open = () => {
      after(silentMs, giveUp);
      source = new EventSource('/api/events');
      source.onmessage = (event) => {
        hear();
        heard(Number(event.data));
      };
      source.addEventListener('still', hear);
      source.onerror = () => {
        end(false);
        // The browser tries again by itself, except after an answer that was no stream (204, 503).
        if (source.readyState === EventSource.CLOSED) after(retryMs, open);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
      broken(false);
    };
  }, [isWanted]);
}
