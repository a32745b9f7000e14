/** Sends a missed call of a made-up caller through the door that PIOPIY's records take, so that it shows on the desk. */

import { randomUUID } from 'node:crypto';
import type { Person } from '@/domain/person';
import { didDefaults } from '@/domain/settings';
import { testCall, testDid } from '@/domain/test-call';
import { auditRow } from './audit';
import { changeSettings } from './change-settings';
import { demand } from './permission';
import { countTestCall } from './setup';
import type { Desk } from './the-desk';
import { fingerprintOf } from './webhook-tokens';

const label = 'Test call';

export async function sendTestCall(desk: Desk, by: Person, now: number): Promise<void> {
  demand(by, 'administer');
  await nameTestNumber(desk, by, now);
  await desk.store.write(async (tx) => {
    await countTestCall(tx, by, now);
    await tx.saveAudit(auditRow(by, now, 'sent a test call', {}));
  });
  const [token = ''] = desk.webhookTokens;
  await desk.receive({
    body: Buffer.from(testCall(randomUUID(), now)),
    method: 'POST',
    contentType: 'application/json',
    token: fingerprintOf(token, [token])!,
    receivedAt: now,
  });
}

/** So that nobody takes it for a number of theirs. */
async function nameTestNumber(desk: Desk, by: Person, now: number): Promise<void> {
  const settings = await desk.settings(desk.store.read);
  if (settings.did(testDid, now).label !== null) return;
  const change = { scope: 'did' as const, did: testDid, from: now, settings: { ...didDefaults, label } };
  await changeSettings(desk, by, change, now);
}
