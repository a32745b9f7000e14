/** What an import of contacts would do, or did, as the page gets it. */

import type { ColumnRole } from './column-roles';
import type { Fault } from './contact-lines';

export type ImportJson = {
  /** Each column with its header, or what stands in it first, and a value of a later line. */
  columns: { head: string; sample: string; role: ColumnRole }[];
  hasHeader: boolean;
  delimiter: string;
  /** Lines that hold anything, the header apart. */
  lines: number;
  fresh: number;
  changed: number;
  unchanged: number;
  doubled: number;
  faulty: number;
  /** The first of those that get a name or another one. */
  changes: { display: string; was: string | null; is: string }[];
  /** The first of what is wrong, by line. */
  faults: Fault[];
  /** What nobody can leave out: a quote that opens on that line and never closes. */
  openQuote: number | null;
  /** Names these very changes: an import that would make others is refused. */
  seen: string;
};
