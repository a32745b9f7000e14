/** What people say of callers: names, the mark of spam, and notes. */

import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Connection, Tables } from './connection';
import { inParts, keysAtOnce } from './parts';
import type { Rows } from './rows';

export type StoredCaller = Tables['callers']['$inferSelect'];
export type StoredNote = Tables['callerNotes']['$inferSelect'];

/** The last caller of a page: the letters by which it stands there, and its key. */
type ListedAt = { letters: string; caller: string };

type Listing = {
  /** Any part of a name, or the digits of a number. */
  q: string | null;
  onlySpam: boolean;
  after: ListedAt | null;
  /** Only who has a call on one of these DIDs; null for all. */
  among: string[] | null;
};

export function callerQueries(db: Connection, { callers, callerNotes, calls }: Tables, many: Rows) {
  return {
    /** What is known of these callers, in one statement for a page of them. */
    async loadCallers(keys: string[]): Promise<StoredCaller[]> {
      return inParts([...new Set(keys)], keysAtOnce, (part) =>
        db.select().from(callers).where(inArray(callers.caller, part)),
      );
    },

    /** Those who have a name by the alphabet, or those marked as spam by number; one more than the page, if there is. */
    async listCallers({ q, onlySpam, after, among }: Listing, limit: number) {
      const letters = onlySpam ? sql<string>`''` : sql<string>`lower(${callers.name})`;
      const rows = await db
        .select({ row: callers, letters })
        .from(callers)
        .where(
          and(
            onlySpam ? eq(callers.isSpam, true) : isNotNull(callers.name),
            after === null ? undefined : and(gte(letters, after.letters), isBeyond(letters, after)),
            q === null ? undefined : has(q),
            among === null ? undefined : isAmong(among),
          ),
        )
        .orderBy(...(onlySpam ? [] : [asc(letters)]), asc(callers.caller))
        .limit(limit + 1);
      return rows.map(({ row, letters }) => ({ ...row, letters }));
    },

    async saveCallers(rows: StoredCaller[]): Promise<void> {
      await many.upsert(callers, [callers.caller], rows);
    },

    async deleteCaller(caller: string): Promise<void> {
      await db.delete(callerNotes).where(eq(callerNotes.caller, caller));
      await db.delete(callers).where(eq(callers.caller, caller));
    },

    /** Those that nobody has removed, the newest first. */
    async loadCallerNotes(caller: string): Promise<StoredNote[]> {
      return db
        .select()
        .from(callerNotes)
        .where(and(eq(callerNotes.caller, caller), isNull(callerNotes.removedAt)))
        .orderBy(desc(callerNotes.at), desc(callerNotes.id));
    },

    async saveCallerNote(note: StoredNote): Promise<void> {
      await db.insert(callerNotes).values(note);
    },

    /** Forgets the text; the row tells still who removed whose note and when. False when it was removed before. */
    async removeCallerNote(id: string, removedAt: number, removedBy: string): Promise<boolean> {
      const removed = await db
        .update(callerNotes)
        .set({ text: '', removedAt, removedBy })
        .where(and(eq(callerNotes.id, id), isNull(callerNotes.removedAt)))
        .returning({ id: callerNotes.id });
      return removed.length > 0;
    },

    /** Texts of notes and names, read through when a caller is erased. */
    async loadCallerNotesAfter(after: string, limit: number): Promise<StoredNote[]> {
      return db
        .select()
        .from(callerNotes)
        .where(gt(callerNotes.id, after))
        .orderBy(asc(callerNotes.id))
        .limit(limit);
    },

    async loadCallersAfter(after: string, limit: number): Promise<StoredCaller[]> {
      return db
        .select()
        .from(callers)
        .where(gt(callers.caller, after))
        .orderBy(asc(callers.caller))
        .limit(limit);
    },

    async saveCallerNoteText(id: string, text: string): Promise<void> {
      await db.update(callerNotes).set({ text }).where(eq(callerNotes.id, id));
    },
  };

  function isBeyond(letters: SQL, after: ListedAt): SQL {
    return or(gt(letters, after.letters), and(eq(letters, after.letters), gt(callers.caller, after.caller)))!;
  }

  /** A caller has one of the digits' spellings, or the name has the text; no sign of it has a meaning of its own. */
  function has(q: string): SQL {
    const pattern = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`;
    const inName = sql`lower(${callers.name}) like lower(${pattern(q)}) escape '\\'`;
    const digits = /^[\s+\d().-]+$/.test(q) ? q.replace(/\D/g, '').replace(/^0+/, '') : '';
    return digits === '' ? inName : or(inName, sql`${callers.caller} like ${pattern(digits)} escape '\\'`)!;
  }

  function isAmong(dids: string[]): SQL {
    const own = [calls.caller, calls.other].map((party) =>
      exists(
        db
          .select({ id: calls.id })
          .from(calls)
          .where(and(eq(party, callers.caller), inArray(calls.did, dids))),
      ),
    );
    return or(...own)!;
  }
}
