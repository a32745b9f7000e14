/** A second factor as an app on somebody's phone has it. */

import type { Desk } from '@/desk/the-desk';
import { ask, password } from './doors';

/** Sets one up for whoever has this cookie; the code of now. */
export async function addSecondFactor(desk: Desk, cookie: string): Promise<() => Promise<string>> {
  const enabled = await ask('POST', '/api/auth/two-factor/enable', { cookie, body: { password } });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  const secret = new TextDecoder().decode(fromBase32(new URL(totpURI).searchParams.get('secret')!));
  const rightCode = async () => (await desk.auth.api.generateTOTP({ body: { secret } })).code;
  const { status } = await verifyCode(await rightCode(), cookie);
  if (status !== 200) throw new Error(`The second factor was not taken: ${status}`);
  return rightCode;
}

export function verifyCode(code: string, cookie: string): Promise<Response> {
  return ask('POST', '/api/auth/two-factor/verify-totp', { cookie, body: { code } });
}

/** RFC 4648, without padding: how authenticators are given their secret. */
function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2));
}
