/** The stream to one screen: what it has not read yet is bounded, and what goes to all of them is encoded once. */

import type { Pulse } from '@/desk/pulse';

export type Stream = {
  body: ReadableStream<Uint8Array>;
  /** Sends a revision, unless a newer one is on its way already. */
  beat(revision: number): void;
  end(): void;
};

type Reader = {
  personId: string | null;
  /** Whether they are signed in still. */
  isIn(): Promise<boolean>;
  /** Aborted when they go. */
  signal: AbortSignal;
};

/** With more than this unread a screen is let go; it catches up when it comes again. */
const mostUnread = 64;

/** Hears the pulse from now on; null where too many do. */
export function openStream(pulse: Pulse, { personId, isIn, signal }: Reader): Stream | null {
  let unread!: ReadableStreamDefaultController<Uint8Array>;
  let isOpen = true;
  let last = -1;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        unread = controller;
      },
      cancel: leave,
    },
    { highWaterMark: mostUnread },
  );
  const stopListening = pulse.listen({
    personId,
    beat,
    async still() {
      if (await isIn().catch(() => false)) send(quiet);
      else end();
    },
    end,
  });
  if (!stopListening) return null;
  signal.addEventListener('abort', leave, { once: true });
  send(greeting);
  return { body, beat, end };

  function beat(revision: number): void {
    if (revision <= last) return;
    last = revision;
    send(wordsOf(revision));
  }

  function send(words: Uint8Array): void {
    if (!isOpen) return;
    if (unread.desiredSize! > 0) {
      unread.enqueue(words);
    } else {
      leave();
      unread.error(new Error('A screen did not read its stream, and was let go.'));
    }
  }

  function end(): void {
    if (!isOpen) return;
    leave();
    unread.close();
  }

  function leave(): void {
    isOpen = false;
    stopListening?.();
  }
}

const encoder = new TextEncoder();
const greeting = encoder.encode('retry: 1000\n');
/** An event, and no comment: a screen sees by it that the line lives. */
const quiet = encoder.encode('event: still\ndata:\n\n');

let told = { revision: -1, words: quiet };

function wordsOf(revision: number): Uint8Array {
  if (told.revision !== revision)
    told = { revision, words: encoder.encode(`id: ${revision}\ndata: ${revision}\n\n`) };
  return told.words;
}
