/** The limit of the disk: bodies into better-sqlite3 alone, 64 to a transaction that has reached the disk. */

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { traffic } from '../simulate/traffic';

const together = 64;

/** Bodies a second, over some seconds. */
export function bareInserts(folder: string, seconds: number): number {
  const db = new Database(join(folder, `bare-${performance.now()}.db`));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table deliveries (id integer primary key, received_at integer, body blob)');
  const insert = db.prepare('insert into deliveries (received_at, body) values (?, ?)');
  const bodies = traffic({ seed: 1, calls: 500, days: 1, endsAt: Date.now() }).map(({ body }) =>
    Buffer.from(JSON.stringify(body)),
  );
  let kept = 0;
  const keepTogether = db.transaction(() => {
    for (let left = together; left > 0; left -= 1) insert.run(Date.now(), bodies[kept++ % bodies.length]);
  });
  const begins = performance.now();
  while (performance.now() - begins < seconds * 1000) keepTogether.immediate();
  db.close();
  return Math.round((kept / (performance.now() - begins)) * 1000);
}
