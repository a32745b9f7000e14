/** Which numbers have been silent for so long that somebody should look at the webhook; looked up once a minute. */

import type { Queries } from '@/db/queries';
import { unknownDid } from '@/domain/call';
import { maySee, type Person, sightOf } from '@/domain/person';
import type { DidRules, Settings } from '@/domain/settings';
import {
  comparedMs,
  isSilent,
  mayBeSilent,
  type Pause,
  type SilenceJson,
  usualPauses,
} from '@/domain/silence';
import { testDid } from '@/domain/test-call';
import { didJson } from './case';
import type { Desk } from './the-desk';

/** What somebody sees of it at `now`, ms. */
export type Silence = (by: Person, now: number) => Promise<SilenceJson>;

type Place = Pick<DidRules, 'hours' | 'timeZone'>;
type Look = { lastAt: number | null; isOdd: boolean; silent: { did: string; since: number }[] };

const minuteMs = 60_000;
/** Of more calls in two weeks the newest say enough: where a call comes every minute, there are no long pauses. */
const mostCalls = 20_000;

export function openSilence({ store, settings }: Pick<Desk, 'store' | 'settings'>): Silence {
  const { read } = store;
  const usual = usualUpTo(read);
  let looked: { minute: number; look: Promise<Look> } | undefined;

  function lookOfMinute(now: number): Promise<Look> {
    const minute = Math.floor(now / minuteMs);
    if (looked?.minute !== minute) {
      const look = lookAround(now);
      looked = { minute, look };
      look.catch(() => {
        looked = undefined;
      });
    }
    return looked.look;
  }

  async function lookAround(now: number): Promise<Look> {
    const known = await settings(read);
    const isSilentSince = async (did: string | null, at: number, place: Place) =>
      mayBeSilent(at, now) && isSilent(at, await usual(did, at, place, known), now, place.timeZone);
    const silent = [];
    for (const { did, at } of await read.loadLastCalls(null)) {
      if (did === testDid || did === unknownDid) continue;
      if (await isSilentSince(did, at, known.rules(did, now))) silent.push({ did, since: at });
    }
    const { week, holidays, timeZone } = known.desk(now);
    const lastAt = await read.lastDeliveryAt();
    const isOdd =
      lastAt !== null && (await isSilentSince(null, lastAt, { hours: { week, holidays }, timeZone }));
    return { lastAt, isOdd, silent };
  }

  return async (by, now) => {
    const look = await lookOfMinute(now);
    const known = await settings(read);
    const own = look.silent.filter(({ did }) => maySee(sightOf(by), did));
    // Since that look a record may have come.
    const last = own.length === 0 ? [] : await read.loadLastCalls(own.map(({ did }) => did));
    const still = own.filter(({ did, since }) => last.some((one) => one.did === did && one.at === since));
    const lastAt = await read.lastDeliveryAt();
    return {
      lastAt: lastAt === null ? null : new Date(lastAt).toISOString(),
      isOdd: look.isOdd && lastAt === look.lastAt,
      silent: still.map(({ did, since }) => ({
        key: did,
        ...didJson(did, did, known.did(did, now)),
        since: new Date(since).toISOString(),
      })),
    };
  };
}

/** What pauses were usual on a number (null: on all) up to its last call: read once for each silence. */
function usualUpTo(read: Queries) {
  const kept = new Map<string | null, { at: number; settings: Settings; pauses: Pause[] }>();
  return async (did: string | null, at: number, { hours, timeZone }: Place, settings: Settings) => {
    const known = kept.get(did);
    if (known?.at === at && known.settings === settings) return known.pauses;
    const calls = await read.loadCallInstants(did, at - comparedMs, at, mostCalls);
    const pauses = usualPauses(calls, hours, timeZone);
    kept.set(did, { at, settings, pauses });
    return pauses;
  };
}
