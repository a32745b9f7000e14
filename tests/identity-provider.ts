/** A real identity provider on loopback, at which whoever is `atTheKeyboard` signs in without being asked. */

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterTheFile } from './after-the-file';

type Claims = { email: string; email_verified?: boolean; xms_edov?: boolean | string; name?: string };

const scope = 'openid email profile';

export async function anIdentityProvider(redirectUri: string) {
  const known = new Map<string, Claims>();
  const at = { keyboard: '' };
  const client = { id: 'ringback', secret: randomBytes(24).toString('hex') };

  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: at.keyboard } });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTheFile(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...known.get(sub) }),
    }),
    // Nobody is asked whether the desk may know who they are.
    async loadExistingGrant({ oidc }: { oidc: { session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: client.id, accountId: oidc.session.accountId });
      grant.addOIDCScope(scope);
      await grant.save();
      return grant;
    },
  });

  return {
    issuer,
    client,
    /** Somebody of that subject, with these claims, is the one who signs in from now on. */
    atTheKeyboard(subject: string, claims: Claims) {
      known.set(subject, claims);
      at.keyboard = subject;
    },
    /** Goes where a browser would be sent, until it is sent back to the desk: the address there. */
    async walk(from: string): Promise<string> {
      const jar = new Map<string, string>();
      for (let address = from; ; ) {
        const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
        const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          jar.set(name, value);
        }
        const next = answer.headers.get('location');
        if (next === null) throw new Error(`${answer.status} at ${address}: ${await answer.text()}`);
        address = new URL(next, address).href;
        if (!address.startsWith(issuer)) return address;
      }
    },
  };
}
