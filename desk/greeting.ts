/** What the start prints: where the desk is, and the URL to put into PIOPIY. */

import type { Desk } from './the-desk';

export function greeting({ env, webhookTokens }: Desk, port: number): string {
  const local = `http://${env.HOST === '127.0.0.1' || env.HOST === '::1' ? 'localhost' : env.HOST}:${port}`;
  const base = env.PUBLIC_URL ?? local;
  const lines = [
    `Ringback runs. The desk: ${local}`,
    `Webhook URL for PIOPIY: ${base}/api/webhook/cdr/${encodeURIComponent(webhookTokens[0] ?? '')}`,
  ];
  if (!env.PUBLIC_URL) {
    lines.push(
      'PIOPIY cannot reach a loopback address: give this machine a public https address (a domain with a reverse',
      'proxy, or a tunnel) that leads here, and start again with PUBLIC_URL=https://your.address. See README.md.',
    );
  }
  return lines.join('\n');
}
