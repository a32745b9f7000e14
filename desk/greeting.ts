/** What the start prints: where the desk is, who may begin on it, and the URL to put into PIOPIY. */

import { firstAdminCode, isWithoutPeople } from './people';
import type { Desk } from './the-desk';

export async function greeting(desk: Desk, port: number): Promise<string> {
  const { env, webhookTokens } = desk;
  const local = `http://${env.HOST === '127.0.0.1' || env.HOST === '::1' ? 'localhost' : env.HOST}:${port}`;
  const base = env.PUBLIC_URL ?? local;
  const lines = [
    `Ringback runs. The desk: ${local}`,
    `Webhook URL for PIOPIY: ${base}/api/webhook/cdr/${encodeURIComponent(webhookTokens[0] ?? '')}`,
  ];
  if (await isWithoutPeople(desk)) lines.push(firstAdminLine(desk, base));
  if (!env.PUBLIC_URL) {
    lines.push(
      'PIOPIY cannot reach a loopback address: give this machine a public https address (a domain with a reverse',
      'proxy, or a tunnel) that leads here, and start again with PUBLIC_URL=https://your.address. See README.md.',
    );
  }
  return lines.join('\n');
}

/** What a function prints, which has no start of its own that anybody sees. */
export async function greetOnVercel(desk: Desk): Promise<void> {
  if (await isWithoutPeople(desk)) console.log(firstAdminLine(desk, desk.env.PUBLIC_URL ?? ''));
}

function firstAdminLine(desk: Desk, base: string): string {
  return `Make the first admin, once: ${base}/welcome?code=${firstAdminCode(desk)}`;
}
