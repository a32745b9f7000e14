/** Turns of those who write to one database file: in the order in which they came, over all threads of a process. */

export type Turns = {
  /** Runs `work` when it is its turn; the next one has its turn when it has ended, well or not. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
};

/** The memory of the turns, which another thread may share. */
export type TurnsMemory = SharedArrayBuffer;

/** In the memory: the ticket that the next one gets, and the one whose turn it is. */
const next = 0;
const now = 1;

export function newTurns(): TurnsMemory {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

export function openTurns(memory: TurnsMemory): Turns {
  const tickets = new Int32Array(memory);
  return {
    async inTurn(work) {
      const ticket = Atomics.add(tickets, next, 1);
      for (let seen = Atomics.load(tickets, now); seen !== ticket; seen = Atomics.load(tickets, now)) {
        await Atomics.waitAsync(tickets, now, seen).value;
      }
      try {
        return await work();
      } finally {
        Atomics.add(tickets, now, 1);
        Atomics.notify(tickets, now);
      }
    },
  };
}
