/**
 * One question at a time: calls during a run share one more run after it, so that a storm of events
 * neither piles up requests nor throws away every answer. `ask` must not reject.
 */
export function inTurn(ask: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | null = null;
  let next: Promise<unknown> | null = null;
  const start = () => {
    running = ask().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(() => {
      next = null;
      return start();
    });
    return next;
  };
}
