/** The desk as it runs in this process: opened once, whichever door or bundle asks for it. */

import { openStore, type Store } from '@/db/store';
import type { FoldRules } from '@/domain/fold-rules';
import { type Env, env } from '@/env';
import { type Board, openBoard } from './board';
import { openPulse, type Pulse } from './pulse';
import { openIntake } from './receive';
import { loadWebhookTokens } from './webhook-tokens';

export type Desk = {
  env: Env;
  store: Store;
  pulse: Pulse;
  board: Board;
  receive: ReturnType<typeof openIntake>;
  rules: FoldRules;
  settings: { timeZone: string };
  webhookTokens: string[];
  /** Now, ms: the only clock of the verbs. */
  clock: () => number;
  close(): Promise<void>;
};

export async function openDesk(from: Env): Promise<Desk> {
  const webhookTokens = loadWebhookTokens(from);
  const store = await openStore(from.DATABASE_URL);
  const pulse = openPulse(store);
  const rules: FoldRules = { country: from.DESK_COUNTRY, ours: new Set(), menus: new Map() };
  const core = {
    env: from,
    store,
    pulse,
    rules,
    settings: { timeZone: from.DESK_TIME_ZONE },
    clock: Date.now,
  };
  return {
    ...core,
    webhookTokens,
    board: openBoard(core),
    receive: openIntake(store, rules, pulse),
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
  shared.ringbackDesk ??= openDesk(env()).catch((error) => {
    shared.ringbackDesk = undefined;
    throw error;
  });
  return shared.ringbackDesk;
}
