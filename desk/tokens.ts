/** The tokens of the webhook, of programs and of walls: made by admins, shown once, two valid while one replaces the other. */

import { randomBytes, randomUUID } from 'node:crypto';
import type { StoredToken } from '@/db/queries/tokens';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { demand } from './permission';
import type { Desk } from './the-desk';
import { digestOf } from './valid-tokens';
import { fingerprintIn, fingerprintOf } from './webhook-tokens';

type TokenKind = StoredToken['kind'];

/** `id` is null for one of the environment, which is revoked there. */
export type TokenJson = {
  id: string | null;
  kind: TokenKind;
  name: string;
  /** Of a wall: the key of the one number that it shows; null for all. */
  did: string | null;
  /** What every delivery remembers of the token that it came by. */
  fingerprint: string;
  createdAt: string | null;
  createdBy: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  revokedBy: string | null;
};

export type NewToken = { kind: TokenKind; name: string; did: string | null };

/** The secret is told here and nowhere again. Refused where a valid one of the kind has the name. */
export async function makeToken(
  desk: Desk,
  by: Person,
  { kind, name, did }: NewToken,
  now: number,
): Promise<{ is: 'made'; id: string; secret: string } | { is: 'refused'; error: string }> {
  demand(by, 'administer');
  const secret = randomBytes(24).toString('base64url');
  const id = randomUUID();
  const isSaved = await desk.store.write(async (tx) => {
    const valid = (await tx.loadTokens()).filter((it) => it.revokedAt === null && it.kind === kind);
    if (valid.some((it) => it.name.toLowerCase() === name.toLowerCase())) return false;
    const unused = { lastUsedAt: null, revokedAt: null, revokedBy: null };
    const digest = digestOf(secret);
    await tx.saveToken({ id, kind, name, did, digest, createdAt: now, createdBy: by.name, ...unused });
    await tx.saveAudit(auditRow(by, now, 'made a token', { kind, name }));
    return true;
  });
  if (!isSaved) return { is: 'refused', error: 'There is a token of that name already.' };
  desk.tokens.forget();
  return { is: 'made', id, secret };
}

/** Null where there is none of that id; false where it was revoked before. */
export async function revokeToken(desk: Desk, by: Person, id: string, now: number): Promise<boolean | null> {
  demand(by, 'administer');
  const isRevoked = await desk.store.write(async (tx) => {
    const found = (await tx.loadTokens()).find((it) => it.id === id);
    if (!found) return null;
    if (!(await tx.revokeToken(id, now, by.name))) return false;
    await tx.saveAudit(auditRow(by, now, 'revoked a token', { kind: found.kind, name: found.name }));
    return true;
  });
  desk.tokens.forget();
  return isRevoked;
}

export async function loadTokens(desk: Desk, by: Person): Promise<TokenJson[]> {
  demand(by, 'administer');
  return [...fixedTokens(desk), ...(await desk.store.read.loadTokens()).map(tokenJson)];
}

function tokenJson({ id, kind, name, did, digest, createdBy, revokedBy, ...at }: StoredToken): TokenJson {
  return {
    id,
    kind,
    name,
    did,
    fingerprint: fingerprintIn(digest),
    createdAt: iso(at.createdAt),
    createdBy,
    lastUsedAt: iso(at.lastUsedAt),
    revokedAt: iso(at.revokedAt),
    revokedBy,
  };
}

/** Those of the environment and of the first start. */
function fixedTokens({ env, webhookTokens }: Desk): TokenJson[] {
  const unknown = {
    id: null,
    did: null,
    createdAt: null,
    createdBy: null,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  const named = (kind: TokenKind, name: string, secret: string): TokenJson => ({
    ...unknown,
    kind,
    name,
    fingerprint: fingerprintOf(secret, [secret])!,
  });
  const source = env.WEBHOOK_TOKENS ? 'WEBHOOK_TOKENS' : 'Made at the first start';
  const ofWebhook = webhookTokens.map((secret, index) =>
    named('webhook', webhookTokens.length > 1 ? `${source} (${index + 1})` : source, secret),
  );
  return env.API_TOKEN ? [...ofWebhook, named('api', 'API_TOKEN', env.API_TOKEN)] : ofWebhook;
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
