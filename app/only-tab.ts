'use client';

import { type RefObject, useEffect, useRef } from 'react';

const name = 'ringback notices';

/** Of several tabs of one browser one alone speaks: the one that was looked at last. */
export function useSpeaks(isWanted: boolean): RefObject<boolean> {
  const speaks = useRef(false);
  useEffect(() => {
    if (!isWanted) return;
    // Browsers have no locks over plain HTTP, and no notifications either.
    if (!('locks' in navigator)) {
      speaks.current = true;
      return;
    }
    let release = () => {};
    let isOver = false;
    const hold = () =>
      new Promise<void>((resolve) => {
        speaks.current = !isOver;
        release = resolve;
        if (isOver) resolve();
      });
    const queue = (options: LockOptions) =>
      void navigator.locks.request(name, options, hold).catch(() => {
        // Another tab came to the front and took it.
        speaks.current = false;
        if (!isOver) queue({});
      });
    const toFront = () => {
      if (document.visibilityState === 'visible' && !speaks.current) queue({ steal: true });
    };
    if (document.visibilityState === 'visible') queue({ steal: true });
    else queue({});
    document.addEventListener('visibilitychange', toFront);
    return () => {
      isOver = true;
      speaks.current = false;
      document.removeEventListener('visibilitychange', toFront);
      release();
    };
  }, [isWanted]);
  return speaks;
}
