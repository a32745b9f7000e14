/** A connection that listens for what other servers commit; broken or dead, it is opened again. */

import pg from 'pg';

export const channel = 'ringback_revision';

const retryMs = 2000;
/** A connection may die without a word: it is asked every so often, and what it does not answer for so long is dead. */
const askMs = 4000;
const patienceMs = 3000;

export type RevisionLine = {
  hear(heard: (revision: number) => void): { isHearing(): boolean };
  close(): Promise<void>;
};

/** `url` leads to the database itself, for a pooler forgets who listens. */
export function openLine(url: string): RevisionLine {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  let isHearing = false;
  let isClosed = false;
  let tell = (_revision: number) => {};

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      query_timeout: patienceMs,
    });
    client = fresh;
    const lost = () => {
      clearInterval(asking);
      if (client !== fresh) return;
      client = null;
      isHearing = false;
      if (!isClosed) retry = setTimeout(connect, retryMs).unref();
      fresh.end().catch(() => {});
    };
    /** Also finds what was committed while nobody listened. */
    const ask = async () => {
      const { rows } = await fresh.query<{ revision: string }>('select revision from pulse');
      tell(Number(rows[0]?.revision));
    };
    const asking = setInterval(() => ask().catch(lost), askMs).unref();
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ({ payload }) => tell(Number(payload)));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      await ask();
      isHearing = client === fresh;
    } catch {
      // Meanwhile the desk asks once a second.
      lost();
    }
  }

  return {
    hear(heard) {
      tell = heard;
      void connect();
      return { isHearing: () => isHearing };
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
