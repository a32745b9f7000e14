/** The tokens that admins made, kept in memory: what asks with one costs no query. */

import { hash } from 'node:crypto';
import type { StoredToken } from '@/db/queries/tokens';
import type { Store } from '@/db/store';

export type ValidTokens = {
  /** The token of that kind with that secret, and notes its use (`now` in ms); null where it is none, or revoked. */
  find(kind: StoredToken['kind'], secret: string, now: number): Promise<StoredToken | null>;
  /** Reads them again before the next question, for one was made or revoked. */
  forget(): void;
};

/** For so long another server's revoking may go unnoticed, ms. */
const freshMs = 2000;
/** How often the use of a token is written, ms. */
const noteEveryMs = 60_000;

type Known = { byDigest: Map<string, StoredToken>; at: number };

export function openTokens(store: Store): ValidTokens {
  let known: Known | undefined;
  let loading: Promise<Known> | undefined;
  let changes = 0;
  const notedAt = new Map<string, number>();

  async function load(): Promise<Known> {
    const before = changes;
    const at = performance.now();
    const rows = await store.read.loadTokens();
    // Read while one was being revoked, it may be among them.
    if (changes !== before) return load();
    const valid = rows.filter(({ revokedAt }) => revokedAt === null);
    return { byDigest: new Map(valid.map((row) => [row.digest, row])), at };
  }

  async function current(): Promise<Known> {
    if (known && performance.now() - known.at < freshMs) return known;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    const loaded = await loading;
    known = loaded;
    return loaded;
  }

  function note({ id, lastUsedAt }: StoredToken, now: number): void {
    if ((notedAt.get(id) ?? lastUsedAt ?? Number.NEGATIVE_INFINITY) > now - noteEveryMs) return;
    notedAt.set(id, now);
    // Nobody waits for it, and a use that could not be noted is noted with the next one.
    store
      .write((tx) => tx.touchToken(id, now, now - noteEveryMs))
      .catch(() => {
        notedAt.delete(id);
      });
  }

  return {
    async find(kind, secret, now) {
      const token = (await current()).byDigest.get(digestOf(secret));
      if (token?.kind !== kind) return null;
      note(token, now);
      return token;
    },
    forget() {
      changes += 1;
      known = undefined;
    },
  };
}

export function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}
