'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Line } from '@/components/line-word';
import { SignedOut } from './board-fetch';
import { deskNow } from './desk-clock';

/** How long the server may be away before the page says how old its rows are. */
const lostAfterMs = 5_000;

export type LineEvents = { line: Line; onContact: () => void; onTrouble: (error: unknown) => void };

/** Keeps what is known of the line: every answer is a contact, every failure trouble until the next contact. */
export function useLine(firstNow: number): LineEvents {
  const [line, setLine] = useState<Line>(() => ({ state: 'first', at: new Date(firstNow).toISOString() }));
  const lastContact = useRef(line.at);

  const onContact = useCallback(() => {
    lastContact.current = new Date(deskNow()).toISOString();
    setLine((before) => (before.state === 'live' ? before : { state: 'live', at: lastContact.current }));
  }, []);

  const onTrouble = useCallback((error: unknown) => {
    if (error instanceof SignedOut) {
      setLine((before) => (before.state === 'out' ? before : { state: 'out', at: lastContact.current }));
      return;
    }
    setLine((before) =>
      before.state === 'live' || before.state === 'first'
        ? { state: 'reconnecting', at: lastContact.current }
        : before,
    );
  }, []);

  useEffect(() => {
    if (line.state !== 'reconnecting') return;
    const timer = setTimeout(() => setLine({ state: 'lost', at: line.at }), lostAfterMs);
    return () => clearTimeout(timer);
  }, [line]);

  return { line, onContact, onTrouble };
}
