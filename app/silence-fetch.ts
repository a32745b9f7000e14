/** Asks on which numbers it is odd that nothing comes. */

import type { SilenceJson } from '@/domain/silence';

export async function fetchSilence(): Promise<SilenceJson> {
  const response = await fetch('/api/silence', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as SilenceJson;
}
