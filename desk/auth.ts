/** The accounts: better-auth over the tables of the store, closed to whoever was not invited. */

import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Store } from '@/db/store';
import type { Env } from '@/env';
import { isPassword, longestPassword, passwordHash, shortestPassword } from './password';

export const oidcProvider = 'oidc';

const daySeconds = 24 * 60 * 60;

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
    account: { accountLinking: { enabled: true, trustedProviders: [oidcProvider] } },
    plugins: [
      twoFactor({ issuer: 'Ringback', twoFactorCookieMaxAge: 600, trustDeviceMaxAge: 30 * daySeconds }),
      genericOAuth({ config: oidcOf(env) }),
    ],
    databaseHooks: {
      session: {
        create: {
          // Whoever is disabled cannot sign in, whatever the way.
          before: async (session) => {
            const person = await store.read.loadPerson(session.userId);
            return person?.disabledAt === null ? undefined : false;
          },
        },
      },
    },
    // The doors check the Origin exactly and count the tries themselves (`app/api`).
    rateLimit: { enabled: false },
    // Next names itself in a request's URL; the Host is what the browser asked.
    trustedOrigins: (request) =>
      ['http', 'https'].map((scheme) => `${scheme}://${request?.headers.get('host')}`),
    advanced: {
      // The `__Host-` name binds a cookie to this host alone; browsers take it behind TLS only.
      cookiePrefix: isBehindTls ? '__Host-ringback' : 'ringback',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isBehindTls },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

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
    },
  ];
}
