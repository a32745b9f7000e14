/** The first steps of a desk: its name and place, the webhook, the first call. They can be skipped and come back to. */

import type { Queries } from '@/db/queries';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { changeSettings } from './change-settings';
import { deskNameIn, saveDeskName } from './desk-name';
import { demand } from './permission';
import type { Desk } from './the-desk';

/** What was said of a step; the last one, the first call, speaks for itself. */
type Said = 'done' | 'skipped';
export type Steps = { name?: Said; webhook?: Said };

export type SetupJson = {
  name: string | null;
  country: string;
  timeZone: string;
  steps: Steps;
  /** What has come in: nothing yet, nothing but test calls, or more. */
  came: 'nothing' | 'tests' | 'records';
  /** ISO 8601. */
  lastAt: string | null;
};

export type StepTaken = {
  step: keyof Steps;
  said: Said;
  /** With the first step. */
  desk?: { name: string | null; country: string; timeZone: string };
};

const stepsChoice = 'setup';
const testsChoice = 'test calls';

export async function loadSetup(desk: Desk, by: Person, now: number): Promise<SetupJson> {
  demand(by, 'administer');
  const { read } = desk.store;
  const { country, timeZone } = (await desk.settings(read)).desk(now);
  const lastAt = await read.lastDeliveryAt();
  const tests = await testCallsIn(read);
  const came = (await read.loadDeliveriesAfter(0, tests + 1)).length;
  return {
    name: await deskNameIn(read),
    country,
    timeZone,
    steps: ((await read.loadChoice(stepsChoice)) as Steps | null) ?? {},
    came: lastAt === null ? 'nothing' : came > tests ? 'records' : 'tests',
    lastAt: lastAt === null ? null : new Date(lastAt).toISOString(),
  };
}

export async function takeStep(desk: Desk, by: Person, taken: StepTaken, now: number): Promise<void> {
  demand(by, 'administer');
  if (taken.desk) await saveDesk(desk, by, taken.desk, now);
  await desk.store.write(async (tx) => {
    const steps = (await tx.loadChoice(stepsChoice)) as Steps | null;
    await tx.saveChoice(stepsChoice, { ...steps, [taken.step]: taken.said }, now, by.name);
  });
}

async function saveDesk(
  desk: Desk,
  by: Person,
  { name, country, timeZone }: NonNullable<StepTaken['desk']>,
  now: number,
): Promise<void> {
  const held = (await desk.settings(desk.store.read)).desk(now);
  if (held.country !== country || held.timeZone !== timeZone) {
    // Before the first record there is no past that it could rewrite, and what comes late shall be read so as well.
    const from = (await desk.store.read.lastDeliveryAt()) === null ? 0 : now;
    const settings = { ...held, country, timeZone };
    await changeSettings(desk, by, { scope: 'desk', did: null, from, settings }, now);
  }
  const revision = await desk.store.write(async (tx) => {
    if ((await deskNameIn(tx)) === name) return null;
    await saveDeskName(tx, name, now, by.name);
    await tx.saveAudit(auditRow(by, now, 'named the desk', { name }));
    return tx.raiseRevision(1);
  });
  if (revision !== null) desk.pulse.announce(revision);
}

async function testCallsIn(from: Queries): Promise<number> {
  return Number((await from.loadChoice(testsChoice)) ?? 0);
}

/** Counted, so that what came from elsewhere is told apart. */
export async function countTestCall(tx: Queries, by: Person, now: number): Promise<void> {
  await tx.saveChoice(testsChoice, (await testCallsIn(tx)) + 1, now, by.name);
}
