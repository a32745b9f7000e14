/** Whether the screen is a phone's, where a case covers the rows (app/case-table.css). */
export function isNarrow(): boolean {
  return window.matchMedia('(width < 56rem)').matches;
}
