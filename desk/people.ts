/** The people of the desk: the first admin, those who were invited, and what an admin changes about them. */

import { createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { StoredPerson } from '@/db/queries/people';
import type { Person, Role } from '@/domain/person';
import { auditRow } from './audit';
import { passwordHash } from './password';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type NewAccount = { name: string; email: string; password: string };

/** An expected "no", with the field that it is about. */
export type Refused = { is: 'refused'; error: string; field?: string };
export type Made = { is: 'made'; person: Person };

const dayMs = 24 * 60 * 60_000;
/** What programs say is by that name (`who-asks.ts`): nobody else is called so. */
const nameOfPrograms = 'API';

const nameTaken: Refused = { is: 'refused', error: 'Somebody here has that name already.', field: 'name' };

export function personOf({ id, name, role, dids }: StoredPerson): Person {
  return { id, name, role, dids: dids === null ? null : JSON.parse(dids) };
}

/** Whether the desk has nobody yet: then one page makes the first admin. */
export async function isWithoutPeople(desk: Desk): Promise<boolean> {
  return (await desk.store.read.countPeople()) === 0;
}

/** The word in the link that the start prints: who makes the first admin from elsewhere must have read it there. */
export function firstAdminCode(desk: Desk): string {
  return createHmac('sha256', desk.secret).update('the first admin').digest('base64url').slice(0, 22);
}

export function isFirstAdminCode(desk: Desk, code: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(code), digest(firstAdminCode(desk)));
}

/** Makes the first admin; of two who try at once, one is refused, and so is everybody later. */
export async function makeFirstAdmin(desk: Desk, account: NewAccount, now: number): Promise<Made | Refused> {
  if (account.name.toUpperCase() === nameOfPrograms) return nameTaken;
  const hash = await passwordHash(account.password);
  const person: Person = { id: randomUUID(), name: account.name, role: 'admin', dids: null };
  const isFirst = await desk.store.write(async (tx) => {
    if ((await tx.countPeople()) > 0) return false;
    const row = { ...person, id: person.id!, dids: null, email: account.email, passwordHash: hash };
    await tx.savePerson(row, new Date(now));
    await tx.saveAudit(auditRow(person, now, 'made the first admin', {}));
    return true;
  });
  return isFirst
    ? { is: 'made', person }
    : { is: 'refused', error: 'This desk has its people already. Ask one of them for an invitation.' };
}

/** Makes a link's secret, shown once; whoever opens it within seven days makes an account of that role. */
export async function invite(
  desk: Desk,
  by: Person,
  { role, dids }: { role: Role; dids: string[] | null },
  now: number,
): Promise<{ secret: string }> {
  demand(by, 'administer');
  const secret = randomBytes(24).toString('base64url');
  await desk.store.write(async (tx) => {
    await tx.saveInvitation({
      id: randomUUID(),
      digest: digestOf(secret),
      role,
      dids: dids && JSON.stringify(dids),
      at: now,
      by: by.name,
      expiresAt: now + 7 * dayMs,
      usedAt: null,
    });
    await tx.saveAudit(auditRow(by, now, 'invited', { role, dids }));
  });
  return { secret };
}

/** What an invitation offers, or null where it is used, too old or never was. */
export async function loadInvitation(desk: Desk, secret: string, now: number) {
  const found = await desk.store.read.loadInvitation(digestOf(secret), now);
  return found ? { role: found.role, by: found.by } : null;
}

export async function acceptInvitation(
  desk: Desk,
  secret: string,
  account: NewAccount,
  now: number,
): Promise<Made | Refused> {
  const gone: Refused = { is: 'refused', error: 'This invitation is used or too old. Ask for a new one.' };
  if (!(await loadInvitation(desk, secret, now))) return gone;
  const hash = await passwordHash(account.password);
  return desk.store.write(async (tx): Promise<Made | Refused> => {
    const invitation = await tx.loadInvitation(digestOf(secret), now);
    if (!invitation) return gone;
    const taken = [nameOfPrograms, ...(await tx.loadPeople()).map(({ name }) => name)];
    if (taken.some((name) => name.toLowerCase() === account.name.toLowerCase())) {
      return nameTaken;
    }
    const { role, dids } = invitation;
    const row = { id: randomUUID(), name: account.name, email: account.email, role, dids };
    if (!(await tx.savePerson({ ...row, passwordHash: hash }, new Date(now)))) {
      return { is: 'refused', error: 'Somebody here has that address already.', field: 'email' };
    }
    await tx.takeInvitation(invitation.id, now);
    const person: Person = { id: row.id, name: row.name, role, dids: dids && JSON.parse(dids) };
    await tx.saveAudit(auditRow(person, now, 'accepted an invitation', { role, by: invitation.by }));
    return { is: 'made', person };
  });
}

export async function loadPeople(desk: Desk, by: Person) {
  demand(by, 'administer');
  const people = await desk.store.read.loadPeople();
  return people.map(({ id, name, email, role, dids, disabledAt, twoFactorEnabled }) => ({
    id,
    name,
    email,
    role,
    dids: dids === null ? null : (JSON.parse(dids) as string[]),
    isDisabled: disabledAt !== null,
    hasSecondFactor: twoFactorEnabled === true,
  }));
}

export type PersonChange = { role?: Role; dids?: string[] | null; isDisabled?: boolean };

/** Null where there is nobody of that id. Somebody must stay who can look after the desk. */
export async function changePerson(
  desk: Desk,
  by: Person,
  id: string,
  change: PersonChange,
  now: number,
): Promise<{ is: 'changed' } | Refused | null> {
  demand(by, 'administer');
  return desk.store.write(async (tx): Promise<{ is: 'changed' } | Refused | null> => {
    const found = await tx.loadPerson(id);
    if (!found) return null;
    const isLeaving = change.isDisabled || (change.role !== undefined && change.role !== 'admin');
    const isLast = found.role === 'admin' && found.disabledAt === null && (await tx.countAdmins()) === 1;
    if (isLeaving && isLast) return { is: 'refused', error: 'The desk needs one admin at least.' };
    await tx.changePerson(id, {
      ...(change.role && { role: change.role }),
      ...(change.dids !== undefined && { dids: change.dids && JSON.stringify(change.dids) }),
      ...(change.isDisabled !== undefined && { disabledAt: change.isDisabled ? now : null }),
    });
    if (change.isDisabled) await tx.deleteSessions(id);
    // Who is no admin any more comes back by no link of their own.
    if (isLeaving) await tx.deleteInvitations(found.name);
    await tx.saveAudit(auditRow(by, now, 'changed a person', { name: found.name, ...change }));
    return { is: 'changed' };
  });
}

function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}
