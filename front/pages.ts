/** The pages, drawn by Next in a process of its own: a page that takes its time holds up no record. */

import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

/** What the process of the pages asks of whoever comes to it, for it stands on a port of this machine. */
export const secretHeader = 'x-ringback-front';

export type Pages = {
  /** Answers by a page or a file of the build. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Resolves once they can be asked for; rejects where they cannot. */
  ready(): Promise<void>;
  stop(): void;
};

/** How long after its end the process of the pages is started again, ms. */
const againMs = 1000;

/** Of what belongs to one connection nothing is passed on (RFC 9110, 7.6.1). */
const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'te', 'trailer'];

/** Starts `dist/pages.js`, and again whenever it ends, until `stop`. */
export function startPages(): Pages {
  const secret = randomUUID();
  const agent = new Agent({ keepAlive: true });
  let isStopping = false;
  let child: ChildProcess;
  let port: Promise<number>;
  start();

  function start(): void {
    child = fork(new URL('pages.js', import.meta.url));
    child.send(secret);
    port = portOf(child);
    port.catch(() => {});
    child.once('exit', () => {
      if (!isStopping) setTimeout(start, againMs);
    });
  }

  return {
    async ready() {
      await port;
    },
    async answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response);
      const at = await port.catch(() => null);
      if (at === null) return refuseForNow(response);
      const headers = { ...without(request.headers, hopByHop), [secretHeader]: secret };
      const { method, url: path } = request;
      const onward = ask({ host: '127.0.0.1', port: at, method, path, headers, agent }, (answer) => {
        response.writeHead(answer.statusCode!, without(answer.headers, hopByHop));
        pipeline(answer, response, () => {});
      });
      onward.once('error', () => (response.headersSent ? response.destroy() : refuseForNow(response)));
      response.once('close', () => onward.destroy());
      onward.end();
    },
    stop() {
      isStopping = true;
      agent.destroy();
      if (child.connected) child.disconnect();
    },
  };
}

/** Said by the process itself; one that ends before has said on its standard error why. */
async function portOf(child: ChildProcess): Promise<number> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('The process of the pages has ended.');
  });
  const [port] = await Promise.race([once(child, 'message'), ended]);
  return port as number;
}

function without<Values extends object>(headers: Values, names: string[]): Values {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name))) as Values;
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' });
  response.end('A page is only read.\n');
}

function refuseForNow(response: ServerResponse): void {
  if (response.destroyed) return;
  response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
  response.end(
    'The pages of the desk are just starting. Records are taken meanwhile. Try again in a moment.\n',
  );
}
