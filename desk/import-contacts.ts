/** Takes over names from a list of contacts: told before anything is saved, then saved whole or not at all. */

import { hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Queries } from '@/db/queries';
import type { ColumnRole } from '@/domain/column-roles';
import { rolesByContent, rolesByHeader } from '@/domain/contact-columns';
import { type Contact, type CsvRow, contactsIn, type Fault } from '@/domain/contact-lines';
import { type ContactPlan, contactPlan, uniqueContacts } from '@/domain/contact-plan';
import type { ImportJson } from '@/domain/import-json';
import type { Person } from '@/domain/person';
import { displayOf } from '@/domain/phone';
import { auditRow } from './audit';
import { demand } from './permission';
import { type Delimiter, readCsv, textOf } from './read-csv';
import type { Desk } from './the-desk';

export type ImportWish = {
  bytes: Buffer;
  /** Null where the desk is to find out. */
  columns: ColumnRole[] | null;
  delimiter: Delimiter | null;
};

/** `seen` is what a look found (`ImportJson.seen`); null from who has not looked. */
export type ImportConsent = { seen: string | null; leavesFaultyOut: boolean };

export type Imported =
  | { is: 'imported' | 'previewed'; found: ImportJson }
  /** Names have changed since the look: nothing was saved, this is what would happen now. */
  | { is: 'changed since'; found: ImportJson }
  | { is: 'refused'; error: string; found: ImportJson | null };

const mostLines = 50_000;
const linesAtOnce = 200;
const rowsAtOnce = 1000;
const shownChanges = 50;
const shownFaults = 200;

/** Saves nothing. */
export async function previewContacts(
  desk: Desk,
  by: Person,
  wish: ImportWish,
  now: number,
): Promise<Imported> {
  const list = await listIn(desk, by, wish, now);
  if ('error' in list) return { is: 'refused', error: list.error, found: null };
  return { is: 'previewed', found: foundIn(list, await planOf(desk.store.read, list)) };
}

/** One write; names that somebody gave while the list was read are seen by it. */
export async function importContacts(
  desk: Desk,
  by: Person,
  wish: ImportWish,
  { seen, leavesFaultyOut }: ImportConsent,
  now: number,
): Promise<Imported> {
  const list = await listIn(desk, by, wish, now);
  if ('error' in list) return { is: 'refused', error: list.error, found: null };
  const { answer, revision } = await desk.store.write(async (tx) => {
    const plan = await planOf(tx, list);
    const found = foundIn(list, plan);
    const no = (answer: Imported) => ({ answer, revision: null });
    if (seen !== null && seen !== found.seen) return no({ is: 'changed since', found });
    const error = refusalOf(found, leavesFaultyOut);
    if (error) return no({ is: 'refused', error, found });
    const changes = [...plan.fresh, ...plan.changed];
    await saveNames(tx, changes, now, by.name);
    const { fresh, changed, unchanged, doubled, faulty } = found;
    const about = { fresh, changed, unchanged, doubled, leftOut: faulty };
    await tx.saveAudit(auditRow(by, now, 'imported contacts', about));
    return {
      answer: { is: 'imported' as const, found },
      revision: await tx.raiseRevision(changes.length > 0 ? 1 : 0),
    };
  });
  if (revision !== null) desk.pulse.announce(revision);
  return answer;
}

type List = {
  heads: string[];
  samples: string[];
  roles: ColumnRole[];
  hasHeader: boolean;
  delimiter: Delimiter;
  openQuote: number | null;
  lines: number;
  unique: ReturnType<typeof uniqueContacts>;
};

/** Reads and judges every line, before the database is asked for anything that may change. */
async function listIn(
  desk: Desk,
  by: Person,
  { bytes, columns, delimiter }: ImportWish,
  now: number,
): Promise<List | { error: string }> {
  demand(by, 'administer');
  const csv = await readCsv(textOf(bytes), delimiter ?? undefined);
  const [first] = csv.rows;
  if (!first) return { error: 'There is no line in it.' };
  if (csv.rows.length > mostLines + 1) return { error: `A list has at most ${mostLines} lines.` };
  const byHeader = rolesByHeader(first.cells);
  const roles = columns ?? byHeader ?? rolesByContent(first.cells);
  const rows = byHeader ? csv.rows.slice(1) : csv.rows;
  const settings = await desk.settings(desk.store.read);
  const dids = new Set(await desk.store.read.loadDids());
  const known = {
    country: settings.desk(now).country,
    isOurs: (key: string) => dids.has(key) || settings.did(key, now).isOurs,
  };
  const { contacts, faults } = await judged(rows, roles, known);
  const unique = uniqueContacts(contacts);
  return {
    heads: first.cells,
    samples: rows.find((row) => row !== first)?.cells ?? [],
    roles,
    hasHeader: byHeader !== null,
    delimiter: csv.delimiter,
    openQuote: csv.openQuote,
    lines: rows.length,
    unique: { ...unique, faults: [...faults, ...unique.faults] },
  };
}

async function judged(rows: CsvRow[], roles: ColumnRole[], known: Parameters<typeof contactsIn>[2]) {
  const contacts: Contact[] = [];
  const faults: Fault[] = [];
  const isSet = roles.includes('number') && (roles.includes('name') || roles.includes('company'));
  for (let start = 0; isSet && start < rows.length; start += linesAtOnce) {
    for (const row of rows.slice(start, start + linesAtOnce)) {
      const read = contactsIn(row, roles, known);
      if (Array.isArray(read)) contacts.push(...read);
      else faults.push(read);
    }
    await breathe();
  }
  return { contacts, faults };
}

async function planOf(from: Queries, { unique }: List): Promise<ContactPlan> {
  return contactPlan(unique, await from.loadCallers(unique.contacts.map(({ key }) => key)));
}

function refusalOf({ faulty, openQuote, fresh, changed, unchanged }: ImportJson, leavesFaultyOut: boolean) {
  if (openQuote !== null) return `A quote that opens on line ${openQuote} never closes.`;
  if (faulty > 0 && !leavesFaultyOut) return `${faulty} of the lines cannot be read. Nothing was saved.`;
  return fresh + changed + unchanged === 0 ? 'There is no name with a number in it.' : null;
}

/** The mark of spam stays. */
async function saveNames(
  tx: Queries,
  changes: ContactPlan['fresh'],
  savedAt: number,
  by: string,
): Promise<void> {
  for (let start = 0; start < changes.length; start += rowsAtOnce) {
    const part = changes.slice(start, start + rowsAtOnce);
    const before = await tx.loadCallers(part.map(({ key }) => key));
    const spam = new Set(before.filter(({ isSpam }) => isSpam).map(({ caller }) => caller));
    await tx.saveCallers(
      part.map(({ key, is }) => ({ caller: key, name: is, isSpam: spam.has(key), savedAt, by })),
    );
    await breathe();
  }
}

function foundIn(list: List, { fresh, changed, unchanged, doubled, faults }: ContactPlan): ImportJson {
  const changes = [...changed, ...fresh];
  return {
    columns: list.heads.map((head, index) => ({
      head: head.slice(0, 60),
      sample: (list.samples[index] ?? '').slice(0, 60),
      role: list.roles[index] ?? 'none',
    })),
    hasHeader: list.hasHeader,
    delimiter: list.delimiter,
    lines: list.lines,
    fresh: fresh.length,
    changed: changed.length,
    unchanged,
    doubled,
    faulty: new Set(faults.map(({ line }) => line)).size,
    changes: changes
      .slice(0, shownChanges)
      .map(({ key, was, is }) => ({ display: displayOf({ key, raw: key }), was, is })),
    faults: faults.slice(0, shownFaults),
    openQuote: list.openQuote,
    seen: hash('sha256', JSON.stringify(changes), 'base64url').slice(0, 22),
  };
}
