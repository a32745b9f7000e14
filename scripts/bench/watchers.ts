/** A process of desks that watch: each hears the stream, and asks for the rows as the screen does. */

import { once } from 'node:events';
import { get } from 'node:http';
import { Pool } from 'undici';

const [origin, token, count] = process.argv.slice(2) as [string, string, string];
/** As a browser asks. */
const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, deflate, br' };
const asking = new Pool(origin, { connections: Number(count) });

await Promise.all(Array.from({ length: Number(count) }, watch));
process.send?.('watching');

async function watch(): Promise<void> {
  const [stream] = await once(get(`${origin}/api/events`, { headers, agent: false }), 'response');
  let etag = '';
  let isAsking = false;
  let isNews = false;
  /** One question at a time; what is heard meanwhile leads to one more. */
  const refresh = async () => {
    isNews = true;
    if (isAsking) return;
    isAsking = true;
    while (isNews) {
      isNews = false;
      const path = '/api/cases?state=open&limit=50';
      const answer = await asking.request({
        method: 'GET',
        path,
        headers: { ...headers, 'if-none-match': etag },
      });
      etag = String(answer.headers.etag ?? etag);
      await answer.body.dump({ limit: Number.POSITIVE_INFINITY });
    }
    isAsking = false;
  };
  stream.on('data', refresh);
  stream.once('end', () => process.exit(0));
  await refresh();
}
