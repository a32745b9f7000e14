/** Tells of what may happen a thousand times a second in at most one line a minute, with how often it was. */

const quietMs = 60_000;

/** The first time is told at once; what follows within a minute, together at the end of it, with the last of them. */
export function seldom(tell: (times: number, last: unknown) => void): (what?: unknown) => void {
  let times = 0;
  let isQuiet = false;
  let last: unknown;

  function speak(): void {
    isQuiet = times > 0;
    if (!isQuiet) return;
    tell(times, last);
    times = 0;
    setTimeout(speak, quietMs).unref();
  }

  return (what) => {
    times += 1;
    last = what;
    if (!isQuiet) speak();
  };
}
