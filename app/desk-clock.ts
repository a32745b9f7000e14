/** The desk's time in this browser: its own clock, set right by the server's where the two disagree. */

const tolerated = 3_000;
let aheadMs = 0;

/** Milliseconds, as the server would tell them. */
export function deskNow(): number {
  return Date.now() + aheadMs;
}

/** Compares the clocks by the `Date` of an answer that has just come. */
export function hearTime(response: Response): void {
  const told = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const ahead = told - Date.now();
  aheadMs = Math.abs(ahead) > tolerated ? ahead : 0;
}
