import type { DecisionKind } from '@/domain/decision';

export type OnDecide = (key: string, kind: DecisionKind, until?: string) => void;

/** What a reader does to a row, by pointer or by key. */
export type RowEvents = {
  onSelect: (key: string) => void;
  /** Shows its case at the side. */
  onOpen: (key: string) => void;
  /** Shows its calls beneath it, or hides them. */
  onToggle: (key: string) => void;
  /** Picks it for an act on many, or not; with Shift as far as it. Null where the reader only looks. */
  onPick: ((key: string, isRange: boolean) => void) | null;
  /** `until` is of a snooze, ISO 8601. Null where the reader only looks. */
  onDecide: OnDecide | null;
  onDraft: (key: string, text: string) => void;
};

/** Half-written notes, by the key of the row. */
export type NoteDrafts = {
  textOf: (key: string) => string;
  has: (key: string) => boolean;
  /** Rises when a note was saved: its field starts afresh. */
  roundOf: (key: string) => number;
};

/** The ids by which the rows of the table are found again in the page. */
export function rowId(key: string): string {
  return `row ${key}`.replace(/\s+/g, '-');
}

export function detailId(key: string): string {
  return `calls-of ${key}`.replace(/\s+/g, '-');
}

export function noteId(key: string): string {
  return `note-on ${key}`.replace(/\s+/g, '-');
}

/** The heading of the case at the side: there is one at a time. */
export const panelHeadingId = 'case-at-the-side';
