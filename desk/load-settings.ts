/** The settings as the settings page shows them. */

import type { Person } from '@/domain/person';
import type { DeskSettings, DidSettings } from '@/domain/settings';
import { didJson } from './case';
import { demand } from './permission';
import type { Desk } from './the-desk';

export type SettingsJson = {
  desk: DeskSettings;
  /** Every DID that ever had a call, and every one that somebody has set. */
  dids: { key: string; e164: string | null; display: string; settings: DidSettings }[];
  /** Who saved what and when it holds from; the newest first. */
  history: { scope: 'desk' | 'did'; did: string | null; from: string; savedAt: string; by: string }[];
};

const longestHistory = 50;

export async function loadSettings(desk: Desk, by: Person, now: number): Promise<SettingsJson> {
  demand(by, 'administer');
  const { read } = desk.store;
  const settings = await desk.settings(read);
  const rows = await read.loadSettings();
  const keys = new Set([...(await read.loadDids()), ...rows.flatMap((row) => row.did ?? [])]);
  return {
    desk: settings.desk(now),
    dids: [...keys].sort().map((key) => {
      const own = settings.did(key, now);
      const { e164, display } = didJson(key, key, own);
      return { key, e164, display, settings: own };
    }),
    history: rows
      .reverse()
      .slice(0, longestHistory)
      .map(({ scope, did, from, savedAt, by }) => ({
        scope,
        did,
        from: new Date(from).toISOString(),
        savedAt: new Date(savedAt).toISOString(),
        by,
      })),
  };
}
