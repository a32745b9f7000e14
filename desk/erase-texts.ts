/** Takes one caller's number out of what people wrote: notes, names of other callers, quarantine, the audit, and saved views. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { CallerNames } from '@/domain/caller-names';
import { grouped } from '@/domain/grouped';
import type { Desk } from './the-desk';

const rowsAtOnce = 500;

export async function eraseFromTexts(desk: Desk, names: CallerNames): Promise<void> {
  await eraseFromNotes(desk, names);
  await eraseFromCallerNotes(desk, names);
  await eraseFromCallers(desk, names);
  await eraseFromQuarantine(desk, names);
  await eraseFromAudit(desk, names);
  await eraseFromViews(desk, names);
}

/** A view that somebody saved to find this caller has nothing left to find. */
async function eraseFromViews({ store }: Desk, names: CallerNames): Promise<void> {
  const views = await store.read.loadViewsOfAll();
  const named = views.filter(({ name, query }) => names.isNamedIn(name) || names.isNamedIn(query));
  if (named.length === 0) return;
  await store.write(async (tx) => {
    for (const { personId, id } of named) await tx.deleteView(personId, id);
  });
}

async function eraseFromNotes({ store }: Desk, names: CallerNames): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await store.read.loadNotesAfter(after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    const named = rows.filter(({ note }) => names.isNamedIn(note));
    if (named.length > 0)
      await store.write(async (tx) => {
        for (const { id, note } of named) await tx.saveNote(id, names.without(note ?? ''));
      });
    after = last.id;
    await breathe();
  }
}

/** Also in notes about other callers. */
async function eraseFromCallerNotes({ store }: Desk, names: CallerNames): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await store.read.loadCallerNotesAfter(after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    const named = rows.filter(({ text }) => names.isNamedIn(text));
    if (named.length > 0)
      await store.write(async (tx) => {
        for (const { id, text } of named) await tx.saveCallerNoteText(id, names.without(text));
      });
    after = last.id;
    await breathe();
  }
}

async function eraseFromCallers({ store }: Desk, names: CallerNames): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await store.read.loadCallersAfter(after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    const named = rows.filter(({ name }) => names.isNamedIn(name));
    if (named.length > 0)
      await store.write((tx) =>
        tx.saveCallers(named.map((row) => ({ ...row, name: row.name && names.without(row.name) }))),
      );
    after = last.caller;
    await breathe();
  }
}

/** The reason may quote the record, and the note is a person's. */
async function eraseFromQuarantine({ store }: Desk, names: CallerNames): Promise<void> {
  for (let after = 0; ; ) {
    const deliveries = await store.read.loadDeliveryAges(after, rowsAtOnce);
    const last = deliveries.at(-1);
    if (!last) return;
    const rows = await store.read.loadQuarantineOf(deliveries.map(({ id }) => id));
    const named = rows.filter(({ note, reason }) => names.isNamedIn(note) || names.isNamedIn(reason));
    const ids = new Set(named.map(({ deliveryId }) => deliveryId));
    if (ids.size > 0)
      await store.write(async (tx) => {
        const all = grouped(await tx.loadQuarantineOf([...ids]), ({ deliveryId }) => deliveryId);
        for (const [deliveryId, own] of all) {
          const clean = own.map((row) => ({
            ...row,
            reason: names.without(row.reason),
            note: row.note && names.without(row.note),
          }));
          await tx.replaceQuarantine(deliveryId, clean);
        }
      });
    after = last.id;
    await breathe();
  }
}

async function eraseFromAudit({ store }: Desk, names: CallerNames): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await store.read.loadAuditAfter(after, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    const named = rows.filter(({ about }) => names.isNamedIn(about));
    if (named.length > 0)
      await store.write(async (tx) => {
        for (const { id, about } of named) await tx.saveAuditAbout(id, names.without(about));
      });
    after = last.id;
    await breathe();
  }
}
