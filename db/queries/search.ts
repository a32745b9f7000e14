/** Callers by a part of their number or name: from the ends of numbers, quick however many calls there are. */

import { and, between, inArray, like, notLike, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isHidden } from '@/domain/call';
import { beginningsOf, endsOf, everyEndOf, partsMeant } from '@/domain/number-parts';
import type { Connection, Tables } from './connection';
import { prepared } from './prepared';
import type { Rows } from './rows';
import { isAmong, isAmongKeys, keySet } from './sets';

/** The callers that are meant, or, of so many that a page is soon full of them, the parts that their numbers have. */
export type Sought = { callers: string[] } | { parts: string[] };

/** A page is found among the calls of so many callers by their index. */
const fewCallers = 1000;
/** Fewer digits are in so many numbers that they are looked for from the newest call on. */
const fewestDigits = 4;
/** No number has more digits (rules.md 5); every one that begins with a part lies between it and it with these. */
const nines = '9'.repeat(16);

export function searchQueries(db: Connection, { calls, numberParts }: Tables, many: Rows) {
  const callersOfParts = prepared(() =>
    db
      .select({ caller: numberParts.caller })
      .from(numberParts)
      .where(isAmongKeys(numberParts.part))
      .prepare(),
  );

  return {
    /** Makes the numbers of these callers known to the search; who is known already costs one look. */
    async saveNumbers(keys: string[]): Promise<void> {
      const callers = [...new Set(keys)].filter((key) => !isHidden(key));
      const whole = callers.flatMap((caller) => endsOf(caller).slice(0, 1));
      const known = await callersOfParts().execute({ keys: keySet(whole) });
      const isKnown = new Set(known.map(({ caller }) => caller));
      const rows = callers
        .filter((caller) => !isKnown.has(caller))
        .flatMap((caller) => endsOf(caller).map((part) => ({ part, caller })));
      await many.insertNew(numberParts, rows);
    },

    /** Forgets the numbers of those of these callers who have no call any more. */
    async forgetNumbers(keys: string[]): Promise<void> {
      if (keys.length === 0) return;
      const left = await db
        .selectDistinct({ caller: calls.caller })
        .from(calls)
        .where(isAmong(calls.caller, keys));
      const stay = new Set(left.map(({ caller }) => caller));
      const gone = keys.filter((key) => !stay.has(key));
      if (gone.length === 0) return;
      const ends = isAmong(numberParts.part, gone.flatMap(everyEndOf));
      await db.delete(numberParts).where(and(ends, isAmong(numberParts.caller, gone)));
    },
  };
}

/** Whom a search means; null where nothing is sought. */
export async function loadSought(db: Connection, tables: Tables, q: string | null): Promise<Sought | null> {
  if (q === null) return null;
  const { callers, numberParts } = tables;
  const words = q.toLowerCase().split(/\s+/);
  const digits = q.replace(/\D/g, '');
  const isNumber = digits !== '' && !/\p{L}/u.test(q);
  const parts = isNumber ? partsMeant(digits) : [];
  if (isNumber && parts.some((part) => part.length < fewestDigits)) return { parts };
  const hasPart = (part: string) => (beginning: string) =>
    and(between(numberParts.part, beginning, beginning + nines), like(numberParts.caller, `%${part}%`));
  const byNumber = isNumber
    ? await db
        .selectDistinct({ caller: numberParts.caller })
        .from(numberParts)
        .where(or(...parts.flatMap((part) => beginningsOf(part).map(hasPart(part)))))
        .limit(fewCallers + 1)
    : [];
  if (byNumber.length > fewCallers) return { parts };
  const name = sql`lower(${callers.name})`;
  const isMeant = words.map((word) =>
    /^\d+$/.test(word) ? or(has(name, word), has(callers.caller, word)) : has(name, word),
  );
  const byName = await db
    .select({ caller: callers.caller })
    .from(callers)
    .where(isNumber ? has(name, q.toLowerCase()) : and(...isMeant))
    .limit(fewCallers);
  return { callers: [...new Set([...byNumber, ...byName].map(({ caller }) => caller))] };
}

/** Those whose caller is meant; a hidden caller's key is no number, though it has digits. */
export function isOfSought(caller: SQLiteColumn, sought: Sought | null): SQL | undefined {
  if (sought === null) return undefined;
  if ('callers' in sought) return sought.callers.length > 0 ? inArray(caller, sought.callers) : sql`1 = 0`;
  return and(notLike(caller, 'hidden:%'), or(...sought.parts.map((part) => like(caller, `%${part}%`))));
}

/** Whether the text has this part, of which no sign has a meaning of its own. */
export function has(text: SQLiteColumn | SQL, part: string): SQL {
  const pattern = `%${part.replace(/[%_\\]/g, '\\$&')}%`;
  return sql`${text} like ${pattern} escape '\\'`;
}
