/** What a list of contacts would change: who is new, who gets another name, and what is wrong with it. */

import type { Contact, Fault } from './contact-lines';

/** Of what is known of a caller, what the plan reads. */
type KnownName = { caller: string; name: string | null };

type NameChange = { key: string; was: string | null; is: string };

export type ContactPlan = {
  /** Who has no name yet. */
  fresh: NameChange[];
  changed: NameChange[];
  unchanged: number;
  /** Numbers that stand in the list again, with the same name. */
  doubled: number;
  faults: Fault[];
};

/** Each number once; of two names for one number the later line is at fault. */
export function uniqueContacts(contacts: Contact[]): {
  contacts: Contact[];
  doubled: number;
  faults: Fault[];
} {
  const first = new Map<string, Contact>();
  const faults: Fault[] = [];
  let doubled = 0;
  for (const contact of contacts) {
    const { key, name, line } = contact;
    const earlier = first.get(key);
    if (!earlier) first.set(key, contact);
    else if (earlier.name === name) doubled += 1;
    else faults.push({ line, reason: 'other_name', text: name, otherLine: earlier.line });
  }
  return { contacts: [...first.values()], doubled, faults };
}

export function contactPlan(
  { contacts, doubled, faults }: ReturnType<typeof uniqueContacts>,
  known: KnownName[],
): ContactPlan {
  const nameOf = new Map(known.map(({ caller, name }) => [caller, name]));
  const all = contacts.map(({ key, name }) => ({ key, was: nameOf.get(key) ?? null, is: name }));
  return {
    fresh: all.filter(({ was }) => was === null),
    changed: all.filter(({ was, is }) => was !== null && was !== is),
    unchanged: all.filter(({ was, is }) => was === is).length,
    doubled,
    faults: [...faults].sort((a, b) => a.line - b.line),
  };
}
