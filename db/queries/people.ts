/** The people of the desk, their invitations and their sessions; the library keeps sessions and second factors. */

import { and, asc, count, eq, getTableColumns, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Connection, Tables } from './connection';

type NewPerson = {
  id: string;
  name: string;
  email: string;
  role: Tables['user']['$inferSelect']['role'];
  dids: string | null;
  passwordHash: string | null;
};

export type StoredPerson = Tables['user']['$inferSelect'];
export type StoredInvitation = Tables['invitations']['$inferSelect'];

export function peopleQueries(db: Connection, { user, account, session, invitations, twoFactor }: Tables) {
  const ofSession = () =>
    db
      .select({ person: getTableColumns(user), expiresAt: session.expiresAt })
      .from(session)
      .innerJoin(user, eq(user.id, session.userId))
      .where(and(eq(session.id, sql.placeholder('id')), isNull(user.disabledAt)))
      .prepare();
  let prepared: ReturnType<typeof ofSession> | undefined;

  return {
    async countPeople(): Promise<number> {
      const [row] = await db.select({ people: count() }).from(user);
      return row?.people ?? 0;
    },

    async loadPeople(): Promise<StoredPerson[]> {
      return db.select().from(user).orderBy(asc(user.name), asc(user.id));
    },

    async loadPerson(id: string): Promise<StoredPerson | undefined> {
      const [row] = await db.select().from(user).where(eq(user.id, id));
      return row;
    },

    /** Whose session it is, while it lasts and they are not disabled; prepared, for it is asked at every request. */
    async loadPersonOfSession(id: string, now: Date): Promise<StoredPerson | undefined> {
      prepared ??= ofSession();
      const [row] = await prepared.execute({ id });
      return row && row.expiresAt > now ? row.person : undefined;
    },

    async loadPersonByEmail(email: string): Promise<StoredPerson | undefined> {
      const [row] = await db.select().from(user).where(eq(user.email, email));
      return row;
    },

    /** False when somebody has an account with that address. */
    async savePerson({ passwordHash, ...person }: NewPerson, at: Date): Promise<boolean> {
      const times = { createdAt: at, updatedAt: at };
      const saved = await db
        .insert(user)
        .values({ ...person, ...times, emailVerified: true })
        .onConflictDoNothing()
        .returning({ id: user.id });
      if (saved.length === 0) return false;
      await db.insert(account).values({
        id: person.id,
        accountId: person.id,
        providerId: 'credential',
        userId: person.id,
        password: passwordHash,
        ...times,
      });
      return true;
    },

    async changePerson(
      id: string,
      given: Partial<Pick<StoredPerson, 'name' | 'role' | 'dids' | 'disabledAt'>>,
    ): Promise<void> {
      await db
        .update(user)
        .set({ ...given, updatedAt: new Date() })
        .where(eq(user.id, id));
    },

    async countAdmins(): Promise<number> {
      const [row] = await db
        .select({ people: count() })
        .from(user)
        .where(and(eq(user.role, 'admin'), isNull(user.disabledAt)));
      return row?.people ?? 0;
    },

    async savePassword(userId: string, passwordHash: string): Promise<void> {
      await db
        .update(account)
        .set({ password: passwordHash, updatedAt: new Date() })
        .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
    },

    /** Puts the second factor aside, for somebody who has lost it. */
    async deleteSecondFactor(userId: string): Promise<void> {
      await db.delete(twoFactor).where(eq(twoFactor.userId, userId));
      await db.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId));
    },

    async loadSessions(userId: string, now: Date) {
      return db
        .select()
        .from(session)
        .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
        .orderBy(asc(session.createdAt));
    },

    /** Ends sessions of a person: one, or all but one. */
    async deleteSessions(userId: string, which: { only?: string; but?: string } = {}): Promise<number> {
      const gone = await db
        .delete(session)
        .where(
          and(
            eq(session.userId, userId),
            which.only === undefined ? undefined : eq(session.id, which.only),
            which.but === undefined ? undefined : ne(session.id, which.but),
          ),
        )
        .returning({ id: session.id });
      return gone.length;
    },

    async saveInvitation(row: StoredInvitation): Promise<void> {
      await db.insert(invitations).values(row);
    },

    async loadInvitations(now: number): Promise<StoredInvitation[]> {
      return db
        .select()
        .from(invitations)
        .where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, now)))
        .orderBy(asc(invitations.at));
    },

    async loadInvitation(digest: string, now: number): Promise<StoredInvitation | undefined> {
      const [row] = await db
        .select()
        .from(invitations)
        .where(
          and(eq(invitations.digest, digest), isNull(invitations.usedAt), gt(invitations.expiresAt, now)),
        );
      return row;
    },

    /** Takes back what somebody offered and nobody has taken yet. */
    async deleteInvitations(by: string): Promise<void> {
      await db.delete(invitations).where(and(eq(invitations.by, by), isNull(invitations.usedAt)));
    },

    /** False when somebody was first. */
    async takeInvitation(id: string, now: number): Promise<boolean> {
      const used = await db
        .update(invitations)
        .set({ usedAt: now })
        .where(and(eq(invitations.id, id), isNull(invitations.usedAt)))
        .returning({ id: invitations.id });
      return used.length > 0;
    },
  };
}
