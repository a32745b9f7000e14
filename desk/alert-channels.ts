/** Where alerts go: channels that admins make, change and remove, and what became of the last alerts. */

import { randomBytes, randomUUID } from 'node:crypto';
import type { StoredAlert, StoredChannel } from '@/db/queries/alerts';
import type { ChannelKind, ChannelRules } from '@/domain/alert';
import type { Person } from '@/domain/person';
import { auditRow } from './audit';
import { digestChannels } from './digests';
import { freshLook, newAlert } from './look-for-alerts';
import { demand } from './permission';
import { wrongWith } from './post-out';
import type { Desk } from './the-desk';
import { vapidOf } from './vapid';

export type NewChannel = { kind: ChannelKind; name: string; target: string; rules: ChannelRules };

/** Times in ISO 8601. `where` is the address as far as it is no secret. */
export type ChannelJson = {
  id: string;
  kind: ChannelKind;
  name: string;
  where: string;
  rules: ChannelRules;
  createdAt: string;
  createdBy: string;
};

export type AlertJson = {
  id: string;
  channel: string;
  kind: StoredAlert['kind'];
  /** The case that it is about. */
  caseId: string | null;
  at: string;
  state: StoredAlert['state'];
  tries: number;
  nextAt: string;
  doneAt: string | null;
  trouble: string | null;
};

export type AlertsJson = {
  channels: ChannelJson[];
  /** The newest first. */
  alerts: AlertJson[];
  /** Whether mail can go out. */
  hasMail: boolean;
  /** What a browser subscribes with. */
  pushKey: string;
};

const mostChannels = 50;
const listedAlerts = 50;

export async function loadAlerts({ store: { read }, env, secret }: Desk, by: Person): Promise<AlertsJson> {
  demand(by, 'administer');
  const channels = await read.loadChannels();
  const all = [...channels, ...(await digestChannels(read))];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return {
    channels: channels.map(channelJson),
    alerts: (await read.loadAlerts(listedAlerts)).map((row) =>
      alertJson(row, names.get(row.channelId) ?? ''),
    ),
    hasMail: Boolean(env.SMTP_URL),
    pushKey: vapidOf(secret, env).publicKey,
  };
}

type MadeChannel =
  | { is: 'made'; id: string; secret: string | null }
  | { is: 'refused'; field: string; error: string };

/** The secret of a signed webhook is told here and nowhere again. What came before the first channel is not told. */
export async function makeChannel(
  desk: Desk,
  by: Person,
  given: NewChannel,
  now: number,
): Promise<MadeChannel> {
  demand(by, 'administer');
  const { kind, name, target, rules } = given;
  if (desk.env.VERCEL)
    return {
      is: 'refused',
      field: 'kind',
      error: 'Alerts need a server that stays awake, and on Vercel none does.',
    };
  const wrong = wrongTarget(desk, given);
  if (wrong) return { is: 'refused', field: 'target', error: `\`target\` ${wrong}.` };
  const id = randomUUID();
  const secret = kind === 'webhook' ? `whsec_${randomBytes(24).toString('base64')}` : null;
  return desk.store.write(async (tx) => {
    const there = await tx.loadChannels();
    if (there.length >= mostChannels)
      return { is: 'refused', field: 'kind', error: `There are ${mostChannels} channels already.` };
    if (there.length === 0) await tx.saveLook(await freshLook(tx, now));
    await tx.saveChannel({
      ...{ id, kind, name, target, secret },
      ...{ rules: JSON.stringify(rules), createdAt: now, createdBy: by.name },
    });
    await tx.saveAudit(auditRow(by, now, 'made a channel for alerts', { kind, name }));
    return { is: 'made', id, secret };
  });
}

/** False where there is none of that id. */
export async function changeChannel(
  desk: Desk,
  by: Person,
  id: string,
  { name, rules }: Pick<NewChannel, 'name' | 'rules'>,
  now: number,
): Promise<boolean> {
  demand(by, 'administer');
  return desk.store.write(async (tx) => {
    const isThere = await tx.changeChannel(id, { name, rules: JSON.stringify(rules) });
    if (isThere) await tx.saveAudit(auditRow(by, now, 'changed a channel for alerts', { name }));
    return isThere;
  });
}

/** With all that waits to be sent there; false where there is none of that id. */
export async function removeChannel(desk: Desk, by: Person, id: string, now: number): Promise<boolean> {
  demand(by, 'administer');
  return desk.store.write(async (tx) => {
    const found = (await tx.loadChannels()).find((it) => it.id === id);
    if (!found) return false;
    await tx.deleteChannel(id);
    await tx.saveAudit(
      auditRow(by, now, 'removed a channel for alerts', { kind: found.kind, name: found.name }),
    );
    return true;
  });
}

/** Puts a message to try the channel with into the outbox; it heeds no quiet hours. Null where there is no such channel. */
export async function testChannel(desk: Desk, by: Person, id: string, now: number): Promise<string | null> {
  demand(by, 'administer');
  return desk.store.write(async (tx) => {
    if (!(await tx.loadChannels()).some((it) => it.id === id)) return null;
    const alert = newAlert(id, 'test', randomUUID(), now, now);
    await tx.saveAlerts([alert]);
    return alert.id;
  });
}

/** Under the same id, so that the receiver knows it. False where there is none, or it waits anyway. */
export async function sendAgain(desk: Desk, by: Person, id: string, now: number): Promise<boolean> {
  demand(by, 'administer');
  return desk.store.write((tx) => tx.sendAgain(id, now));
}

function wrongTarget({ env }: Desk, { kind, target }: NewChannel): string | null {
  if (kind === 'email') return env.SMTP_URL ? null : 'needs SMTP_URL in the environment of the desk';
  return wrongWith(addressOf(kind, target), env);
}

function addressOf(kind: ChannelKind, target: string): string {
  return kind === 'push' ? (JSON.parse(target) as { endpoint: string }).endpoint : target;
}

/** The path of an incoming webhook is its secret. */
function channelJson({ id, kind, name, target, rules, createdAt, createdBy }: StoredChannel): ChannelJson {
  const where = kind === 'email' ? target : new URL(addressOf(kind, target)).host;
  return { id, kind, name, where, rules: JSON.parse(rules), createdAt: iso(createdAt), createdBy };
}

function alertJson(
  { id, kind, about, state, tries, trouble, ...at }: StoredAlert,
  channel: string,
): AlertJson {
  return {
    ...{ id, channel, kind, state, tries, trouble },
    caseId: kind === 'missed' || kind === 'overdue' ? about : null,
    at: iso(at.at),
    nextAt: iso(at.nextAt),
    doneAt: at.doneAt === null ? null : iso(at.doneAt),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
