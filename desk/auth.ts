/** The accounts: better-auth over the tables of the store, closed to whoever was not invited. */

import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Store } from '@/db/store';
import type { Env } from '@/env';
import { log } from '@/log';
import { auditRow } from './audit';
import { askedOrigin } from './forwarded';
import { isPassword, longestPassword, passwordHash, shortestPassword } from './password';
import { takeCode } from './used-codes';
import { weaknessOf } from './weak-password';

const oidcProvider = 'oidc';

const daySeconds = 24 * 60 * 60;
/** How long no code is taken after ten wrong ones in a row, s. */
export const secondFactorLockSeconds = 5 * 60;

export type Auth = ReturnType<typeof openAuth>;

export function openAuth(store: Store, env: Env, secret: string) {
  const address = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const isBehindTls = address.startsWith('https:');
  return betterAuth({
    appName: 'Ringback',
    baseURL: address,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(store.accounts.db, store.accounts),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: passwordHash, verify: isPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true, defaultValue: 'viewer' },
        dids: { type: 'string', input: false, required: false },
        disabledAt: { type: 'number', input: false, required: false },
      },
    },
    // A session ends after two weeks, used or not: nothing has to be written when somebody only looks.
    session: { expiresIn: 14 * daySeconds, disableSessionRefresh: true },
    // No provider is trusted beyond its word: an address counts only where it says that it has verified it.
    account: { accountLinking: { enabled: true } },
    plugins: [
      twoFactor({
        issuer: 'Ringback',
        twoFactorCookieMaxAge: 600,
        trustDeviceMaxAge: 30 * daySeconds,
        // Only who has the right password comes this far: long enough against guessing, short for the owner.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: secondFactorLockSeconds },
      }),
      genericOAuth({ config: oidcOf(env) }),
    ],
    hooks: { before: refuseWeakPassword },
    databaseHooks: {
      session: {
        create: {
          // Whoever is disabled cannot sign in, whatever the way.
          before: async (session, asked) => {
            const person = await store.read.loadPerson(session.userId);
            if (person?.disabledAt !== null) return false;
            if (asked?.path !== '/two-factor/verify-totp') return;
            if (!(await takeCode(store, person.id, String(asked.body.code), Date.now())))
              throw new APIError('UNAUTHORIZED', {
                code: 'INVALID_CODE',
                message: 'This code was used before.',
              });
          },
          after: async (session, asked) => {
            const person = await store.read.loadPerson(session.userId);
            if (!person) return;
            // Who has a second factor is in only once that is given, or from a browser that gave it lately.
            const isHalfWay = person.twoFactorEnabled && asked?.path === '/sign-in/email';
            const what = isHalfWay ? 'gave the right password' : 'signed in';
            const row = auditRow(person, Date.now(), what, {});
            await store.write((tx) => tx.saveAudit(row));
          },
        },
      },
    },
    // The doors check the Origin exactly and count the tries themselves (`app/api`).
    rateLimit: { enabled: false },
    trustedOrigins: (request) => (request ? [askedOrigin(request)] : []),
    advanced: {
      // The library would leave these out wherever NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // The `__Host-` name binds a cookie to this host alone; browsers take it behind TLS only.
      cookiePrefix: isBehindTls ? '__Host-ringback' : 'ringback',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isBehindTls },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, sentence, ...more) =>
        log().error({ err: more.find((one) => one instanceof Error) }, sentence),
    },
  });
}

/** The library asks for the length only. */
const refuseWeakPassword = createAuthMiddleware(async (context) => {
  if (context.path !== '/change-password') return;
  const person = (await getSessionFromCtx(context))?.user;
  const weakness = person && weaknessOf(String(context.body?.newPassword), person);
  if (weakness) throw new APIError('BAD_REQUEST', { message: `The new password ${weakness}.` });
});

/** One identity provider, where the environment names it: it lets in who has an account here, and makes none. */
function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Env) {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return [];
  return [
    {
      providerId: oidcProvider,
      discoveryUrl: `${OIDC_ISSUER.replace(/\/+$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      disableSignUp: true,
      mapProfileToUser: (profile: Record<string, unknown>) => ({ emailVerified: isVerified(profile) }),
    },
  ];
}

/** Microsoft says so by an optional claim of its own, `xms_edov`, which its app registration can switch on. */
function isVerified({ email_verified, xms_edov }: Record<string, unknown>): boolean {
  return ['true', '1'].includes(String(email_verified ?? xms_edov));
}
