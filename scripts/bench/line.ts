/**
 * A kept connection that posts one body after the other and reads of an answer its status and its end. The sender shares
 * the machine with what it measures, and a client for every kind of answer takes more of it.
 */

import { connect, type Socket } from 'node:net';

export type Line = {
  /** The status of the answer; 0 where the connection broke. One at a time. */
  post(body: Buffer): Promise<number>;
};

export function openLine(url: string): Line {
  const { host, hostname, port, pathname } = new URL(url);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: `;
  const buffer = Buffer.allocUnsafe(4096);
  let socket: Socket | undefined;
  let heard = '';
  let settle: ((status: number) => void) | undefined;

  function opened(): Socket {
    const callback = (length: number) => {
      heard += buffer.toString('latin1', 0, length);
      if (isWhole(heard)) end(Number(heard.slice(9, 12)));
      return true;
    };
    return connect({ host: hostname, port: Number(port), noDelay: true, onread: { buffer, callback } })
      .on('error', () => {})
      .on('close', () => {
        socket = undefined;
        end(0);
      });
  }

  function end(status: number): void {
    heard = '';
    settle?.(status);
    settle = undefined;
  }

  return {
    post(body) {
      socket ??= opened();
      const before = `${head}${body.length}\r\n\r\n`;
      const request = Buffer.allocUnsafe(before.length + body.length);
      request.write(before, 'latin1');
      request.set(body, before.length);
      socket.write(request);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
  };
}

/** Its length is told, or it comes in chunks and the last one is empty. */
function isWhole(answer: string): boolean {
  const headEnds = answer.indexOf('\r\n\r\n');
  if (headEnds < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, headEnds))?.[1];
  if (length === undefined) return answer.endsWith('\r\n0\r\n\r\n');
  return answer.length >= headEnds + 4 + Number(length);
}
