/** Channels of a desk under test, and the receivers that stand at their other ends: real servers on loopback. */

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { makeChannel, type NewChannel } from '@/desk/alert-channels';
import type { Desk } from '@/desk/the-desk';
import type { ChannelRules } from '@/domain/alert';
import type { Case } from '@/domain/case';
import { afterTheFile } from './after-the-file';
import { aCall, casesFrom } from './builders';
import { personAt } from './signed-in';

/** A channel tells of everything, at any time, in English, and shows numbers in part. */
export const everything: ChannelRules = {
  reasons: ['missed', 'overdue', 'silent'],
  dids: null,
  quiet: null,
  showsCaller: false,
  language: 'en',
};

/** Made by Asha. */
export async function aChannel(
  desk: Desk,
  {
    kind = 'webhook',
    target = 'https://example.com/hook',
    name = 'Hook',
    ...rules
  }: Partial<Omit<NewChannel, 'rules'> & ChannelRules>,
  now = desk.clock(),
): Promise<{ id: string; secret: string | null }> {
  const asha = await personAt(desk, 'Asha');
  const made = await makeChannel(desk, asha, { kind, name, target, rules: { ...everything, ...rules } }, now);
  if (made.is === 'refused') throw new Error(made.error);
  return made;
}

/** The case of one missed call at 10:00. */
export function decidedCase(): Case {
  return casesFrom([aCall()], [])[0]!;
}

type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** What a receiver does with a post: answers with a status, or in some way of its own. */
type Manner = number | ((received: Received, count: number) => number | 'hang' | 'twice');

/** Takes whatever is posted; `manner` says how it answers. */
export async function aReceiver(manner: Manner = 204) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
    received.push(one);
    const answer = typeof manner === 'function' ? manner(one, received.length) : manner;
    if (answer === 'hang') return;
    if (answer === 'twice') {
      response.socket?.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n',
      );
      return;
    }
    response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end('thank you');
  });
  return {
    received,
    url: await listening(server),
    ids: () => received.map(({ headers }) => headers['webhook-id']),
  };
}

/** A mail server; what it has taken stands in `mails`. */
export async function aMailServer() {
  const mails: { to: string[]; text: string }[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  const server = smtp.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTheFile(() => new Promise<void>((done) => smtp.close(() => done())));
  return { mails, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** An address at which nobody listens any more. */
export async function anEmptyPort(): Promise<string> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterTheFile(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}
