'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the script has taken over: a form that was sent before would put what was typed into the address. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
