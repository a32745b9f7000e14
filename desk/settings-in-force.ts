/** The settings as they are: read again only when somebody has added a row. */

import type { Queries } from '@/db/queries';
import { type DeskSettings, type Settings, settingsOf } from '@/domain/settings';

export type SettingsInForce = (from: Queries) => Promise<Settings>;

export function openSettings(defaults: DeskSettings): SettingsInForce {
  let known: { upTo: number; settings: Settings } | undefined;
  return async (from) => {
    const last = await from.lastSettingsId();
    if (known?.upTo !== last)
      known = { upTo: last, settings: settingsOf(await from.loadSettings(), defaults) };
    return known.settings;
  };
}
