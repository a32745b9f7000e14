import type { DecisionKind } from '@/domain/decision';

export type OnDecide = (key: string, kind: DecisionKind, until?: string) => void;

/** What a reader does to a row, by pointer or by key. */
export type RowEvents = {
  onSelect: (key: string) => void;
  onToggle: (key: string) => void;
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
