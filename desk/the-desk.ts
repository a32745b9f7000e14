/** The desk as it runs in this process: opened once, whichever door or bundle asks for it. */

import { openStore, type Store } from '@/db/store';
import { type DeskSettings, deskDefaults } from '@/domain/settings';
import { type Env, env } from '@/env';
import { type Auth, openAuth } from './auth';
import { type Board, openBoard } from './board';
import { withDailyWork } from './daily';
import { type Figures, openFigures } from './figures-today';
import { greetOnVercel } from './greeting';
import { type Limits, openLimits } from './limits';
import { withAlerts } from './outbox';
import { openPulse, type Pulse } from './pulse';
import { rebuildOutdated } from './rebuild';
import { openIntake } from './receive';
import { keptSecret } from './secret-file';
import { openSettings, type SettingsInForce } from './settings-in-force';
import { openTokens, type ValidTokens } from './valid-tokens';
import { loadWebhookTokens } from './webhook-tokens';

export type Desk = {
  env: Env;
  store: Store;
  pulse: Pulse;
  board: Board;
  figures: Figures;
  /** Signs people in and knows their sessions. */
  auth: Auth;
  /** How often somebody may try. */
  limits: Limits;
  /** What only this desk knows. */
  secret: string;
  receive: ReturnType<typeof openIntake>;
  /** What holds where nobody has set anything. */
  defaults: DeskSettings;
  /** The settings as they are now, read inside a write or outside of it. */
  settings: SettingsInForce;
  /** The webhook tokens of the environment, or the one that was made at the first start. */
  webhookTokens: string[];
  /** Those that admins made. */
  tokens: ValidTokens;
  /** Now, ms: the only clock of the verbs. */
  clock: () => number;
  close(): Promise<void>;
};

export async function openDesk(from: Env): Promise<Desk> {
  const webhookTokens = loadWebhookTokens(from);
  const secret = from.AUTH_SECRET ?? keptSecret('auth-secret', from);
  const store = await openStore(from.DATABASE_URL, from.DATABASE_DIRECT_URL);
  const pulse = openPulse(store);
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
  return {
    ...core,
    webhookTokens,
    tokens: openTokens(store),
    secret,
    auth: openAuth(store, from, secret),
    limits: openLimits(),
    board: openBoard(core),
    figures: openFigures(core),
    receive: openIntake(core),
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
      if (!desk.env.VERCEL) return withAlerts(withDailyWork(desk));
      await greetOnVercel(desk);
      return desk;
    })
    .catch((error) => {
      shared.ringbackDesk = undefined;
      throw error;
    });
  return shared.ringbackDesk;
}
