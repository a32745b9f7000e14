/** Asks how far the first steps are, and says what was done in one. */

import { type Sent, send } from '@/app/send';
import type { SetupJson, StepTaken } from '@/desk/setup';

export async function fetchSetup(): Promise<SetupJson> {
  const response = await fetch('/api/setup', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return (await response.json()) as SetupJson;
}

/** A name is sent as it was typed. */
export function postStep(taken: StepTaken): Promise<Sent<SetupJson>> {
  return send<SetupJson>('POST', '/api/setup', taken);
}
