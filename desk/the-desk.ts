/** The desk as it runs in this process: opened once, whichever door or bundle asks for it. */

import { openStore } from '@/db/store';
import { newTurns, type TurnsMemory } from '@/db/turns';
import { type DeskSettings, deskDefaults } from '@/domain/settings';
import { type Env, env } from '@/env';
import { type Auth, openAuth } from './auth';
import { type Board, openBoard } from './board';
import { openBusyThread } from './busy-thread';
import { type Figures, openFigures } from './figures-today';
import { greetOnVercel } from './greeting';
import { type Intake, openIntake } from './intake';
import { type Limits, openLimits } from './limits';
import { metrics } from './metrics';
import { openCookies, type ProvenCookies } from './proven-cookies';
import { openPulse, type Pulse } from './pulse';
import { rebuildOutdated } from './rebuild';
import { receive } from './receive';
import { keptSecret } from './secret-file';
import { openSettings, type SettingsInForce } from './settings-in-force';
import { openSilence, type Silence } from './silence';
import { openTokens, type ValidTokens } from './valid-tokens';
import { type WatchedStore, withWatchedWrites } from './watched-writes';
import { loadWebhookTokens } from './webhook-tokens';

export type Desk = {
  env: Env;
  store: WatchedStore;
  pulse: Pulse;
  board: Board;
  figures: Figures;
  silence: Silence;
  /** Signs people in and knows their sessions. */
  auth: Auth;
  /** Which session a request's cookie is of. */
  sessionIn: ProvenCookies;
  /** How often somebody may try. */
  limits: Limits;
  /** What only this desk knows. */
  secret: string;
  receive: Intake;
  /** The turns of the writers of this process, for another thread that writes. */
  turns: TurnsMemory;
  /** What holds where nobody has set anything. */
  defaults: DeskSettings;
  /** The settings as they are now, read inside a write or outside of it. */
  settings: SettingsInForce;
  /** The webhook tokens of the environment, or the one that was made at the first start. */
  webhookTokens: string[];
  /** Those that admins made. */
  tokens: ValidTokens;
  /** Whether the front door answers here, and not Next, which would not say of a body that it is compressed. */
  isAtFrontDoor: boolean;
  /** Now, ms: the only clock of the verbs. */
  clock: () => number;
  close(): Promise<void>;
};

export async function openDesk(from: Env): Promise<Desk> {
  const webhookTokens = loadWebhookTokens(from);
  const secret = from.AUTH_SECRET ?? keptSecret('auth-secret', from);
  const turns = newTurns();
  const store = withWatchedWrites(await openStore(from.DATABASE_URL, from.DATABASE_DIRECT_URL, turns));
  const pulse = openPulse(store, openBusyThread());
  const defaults = deskDefaults(from.DESK_COUNTRY, from.DESK_TIME_ZONE);
  const core = {
    env: from,
    store,
    pulse,
    defaults,
    settings: openSettings(defaults),
    clock: Date.now,
  };
  await rebuildOutdated(core);
  const auth = openAuth(store, from, secret);
  return {
    ...core,
    webhookTokens,
    tokens: openTokens(store),
    secret,
    auth,
    sessionIn: openCookies(auth),
    limits: openLimits(),
    board: openBoard(core),
    figures: openFigures(core),
    turns,
    isAtFrontDoor: false,
    silence: openSilence(core),
    receive: openIntake(core, (batch) => {
      metrics().batch.observe(batch.length);
      return receive(core, batch);
    }),
    async close() {
      pulse.close();
      await store.close();
    },
  };
}

/** Next bundles its own copy of every module, so the desk lives where all copies see it. */
const shared = globalThis as typeof globalThis & { ringbackDesk?: Promise<Desk> };

/** The one desk of this process. A desk that failed to open is tried again at the next call. */
export function theDesk(): Promise<Desk> {
  shared.ringbackDesk ??= openDesk(env())
    .then(async (desk) => {
      if (desk.env.VERCEL) await greetOnVercel(desk);
      return desk;
    })
    .catch((error) => {
      shared.ringbackDesk = undefined;
      throw error;
    });
  return shared.ringbackDesk;
}
