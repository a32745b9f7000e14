/** What people set: rows that are only ever added. */

import { asc, max } from 'drizzle-orm';
import type { SettingsRow } from '@/domain/settings';
import type { Connection, Tables } from './connection';
import { prepared } from './prepared';

/** A row of settings, with who saved it and when (ms). */
export type SavedSettings = SettingsRow & { savedAt: number; by: string };

export function settingsQueries(db: Connection, { settings }: Tables) {
  const last = prepared(() =>
    db
      .select({ id: max(settings.id) })
      .from(settings)
      .prepare(),
  );

  return {
    /** The id of the newest row: as long as it is the same, the settings are. */
    async lastSettingsId(): Promise<number> {
      const [row] = await last().execute();
      return Number(row?.id ?? 0);
    },

    async loadSettings(): Promise<SavedSettings[]> {
      const rows = await db.select().from(settings).orderBy(asc(settings.id));
      return rows.map((row) => ({ ...row, settings: JSON.parse(row.settings) }) as SavedSettings);
    },

    async saveSettings(row: Omit<SavedSettings, 'id'>): Promise<void> {
      await db.insert(settings).values({ ...row, settings: JSON.stringify(row.settings) });
    },
  };
}
