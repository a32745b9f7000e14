/** The digests that people have chosen: kept, shown before they come, and put into the outbox when they are due. */

import type { Queries } from '@/db/queries';
import type { StoredAlert, StoredChannel } from '@/db/queries/alerts';
import type { StoredDigest } from '@/db/queries/digests';
import { lastDigestAt } from '@/domain/digest';
import type { Person } from '@/domain/person';
import type { AlertMessage } from './alert-message';
import { digestMessage } from './digest-message';
import { newAlert } from './look-for-alerts';
import { personOf } from './people';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type DigestWish = Pick<StoredDigest, 'every' | 'language' | 'zone'>;

export type DigestJson = {
  /** Null where they want none. */
  digest: DigestWish | null;
  /** Whether it can come: on Vercel no server is awake at eight. */
  hasMail: boolean;
  /** The last one as it would be now. */
  preview: Pick<AlertMessage, 'title' | 'lines'>;
};

/** A wish that was not saved yet may be looked at, too. */
export async function loadDigest(
  desk: Desk,
  by: Person,
  looked: DigestWish,
  now: number,
): Promise<DigestJson> {
  demand(by, 'keep');
  const found = await desk.store.read.loadDigest(by.id!);
  const at = lastDigestAt(now, looked.every, looked.zone);
  const { title, lines } = await digestMessage(desk, by, looked, at, now);
  return {
    digest: found ? { every: found.every, language: found.language, zone: found.zone } : null,
    hasMail: Boolean(desk.env.SMTP_URL) && !desk.env.VERCEL,
    preview: { title, lines },
  };
}

/** Null ends them. */
export async function saveDigest(
  desk: Desk,
  by: Person,
  wish: DigestWish | null,
  now: number,
): Promise<void> {
  demand(by, 'keep');
  await desk.store.write((tx) =>
    wish ? tx.saveDigest({ personId: by.id!, ...wish, savedAt: now }) : tx.deleteDigest(by.id!),
  );
}

/** Puts those into the outbox that have come due since they were chosen; the same one only once, whoever looks. */
export async function lookForDigests(
  { store, env }: Pick<Desk, 'store' | 'env'>,
  now: number,
): Promise<void> {
  if (!env.SMTP_URL) return;
  const reached = new Set((await digestChannels(store.read)).map(({ id }) => id));
  const fresh: StoredAlert[] = [];
  for (const { personId, every, zone, savedAt } of await store.read.loadDigests()) {
    const at = lastDigestAt(now, every, zone);
    if (savedAt > at || !reached.has(personId)) continue;
    if (await store.read.hasAlert(personId, 'digest', String(at))) continue;
    fresh.push(newAlert(personId, 'digest', String(at), now, now));
  }
  if (fresh.length > 0) await store.write((tx) => tx.saveAlerts(fresh));
}

/** Where they go, as channels: to the address that each has now. Whoever was disabled gets none. */
export async function digestChannels(read: Queries): Promise<StoredChannel[]> {
  const digests = new Map((await read.loadDigests()).map((it) => [it.personId, it]));
  if (digests.size === 0) return [];
  return (await read.loadPeople()).flatMap(({ id, name, email, disabledAt }) => {
    const it = digests.get(id);
    if (!it || disabledAt !== null) return [];
    const rules = { reasons: [], dids: null, quiet: null, showsCaller: false, language: it.language };
    const made = { createdAt: it.savedAt, createdBy: name };
    return [
      {
        id,
        kind: 'email' as const,
        name,
        target: email,
        secret: null,
        rules: JSON.stringify(rules),
        ...made,
      },
    ];
  });
}

/** Null where they want none any more. */
export async function dueDigest(
  desk: Pick<Desk, 'store' | 'settings' | 'env'>,
  personId: string,
  at: number,
  now: number,
): Promise<AlertMessage | null> {
  const [digest, account] = [
    await desk.store.read.loadDigest(personId),
    await desk.store.read.loadPerson(personId),
  ];
  return digest && account ? digestMessage(desk, personOf(account), digest, at, now) : null;
}
