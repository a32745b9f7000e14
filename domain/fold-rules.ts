/** What the folds need to know of the desk, beside the records: settings that a person can change. */

export type FoldRules = {
  /** ISO 3166-1 alpha-2: how numbers without a country code are read (rules.md 5). */
  country: string;
  /** The keys of the DIDs that a person confirmed as ours; they are never callers (rules.md 6). */
  ours: ReadonlySet<string>;
  /** DIDs with a menu, and what a caller who hears nothing but the menu is (rules.md 10). */
  menus: ReadonlyMap<string, 'ignore' | 'missed'>;
};
